package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.e2e.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayE2E {
    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void ordersTheSampleOnceHoweverOftenItIsReplayed() throws IOException, InterruptedException {
        var first = replay("first.json");
        var orders = suite.databases().count("orders", "SELECT count(*) FROM orders");
        var second = replay("second.json");

        assertThat(first.at("/orders/placed").asInt()).isPositive();
        assertThat(first.at("/orders/cancelled").asInt()).isPositive();
        assertThat(first.at("/skippedRows")).isNotEmpty();
        assertThat(second.path("revenue")).isEqualTo(first.path("revenue"));
        assertThat(suite.databases().count("orders", "SELECT count(*) FROM orders"))
                .isEqualTo(orders);
        Invariants.hold(suite);
    }

    private JsonNode replay(String name) throws IOException, InterruptedException {
        var report = suite.data().resolve(name);
        var output = suite.data().resolve(name + ".out");
        var exit = new ProcessBuilder(
                        RunningSuite.HOME.resolve("deploy/local/replay").toString(),
                        sample().toString(),
                        "--url",
                        suite.baseUrl(),
                        "--report",
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(exit).as("exit code; see %s", output).isZero();
        return new ObjectMapper().readTree(report.toFile());
    }

    private static Path sample() {
        return RunningSuite.HOME.resolve("deploy/local/sample-orders.csv");
    }
}
