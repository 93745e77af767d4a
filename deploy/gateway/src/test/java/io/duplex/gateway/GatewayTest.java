package io.duplex.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayTest {

    @Test
    void saysWhenItIsReadyAndExitsWithZeroWhenTerminated() throws Exception {
        Process gateway = start("--port", "0", "--routes", "src/test/resources/routes", "--backend", backend());
        try (BufferedReader output = gateway.inputReader()) {
            assertThat(output.readLine()).contains("Gateway is ready at http://127.0.0.1:");

            gateway.toHandle().destroy();

            assertThat(gateway.waitFor(10, SECONDS)).isTrue();
            assertThat(gateway.exitValue()).isZero();
            assertThat(output.lines()).isEmpty();
        } finally {
            gateway.destroyForcibly();
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(failure(
                            "--port",
                            port,
                            "--host",
                            "0.0.0.0",
                            "--routes",
                            "src/test/resources/routes",
                            "--backend",
                            backend()))
                    .contains(port + " is in use");
        }
    }

    @Test
    void saysWhichOptionIsWrong() throws Exception {
        assertThat(failure("--routes", "src/test/resources/routes", "--backend", "order-service"))
                .contains("--backend", "name=http://host:port");
    }

    @Test
    void saysWhichFolderHoldsNoRoutes() throws Exception {
        assertThat(failure("--routes", "src/test/java", "--backend", backend())).contains("src/test/java");
    }

    private static String failure(String... arguments) throws IOException, InterruptedException {
        Process gateway = start(arguments);
        String output = new String(gateway.getInputStream().readAllBytes(), UTF_8);
        assertThat(gateway.waitFor()).as(output).isNotZero();
        return output;
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Gateway.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String backend() {
        return "order-service=http://127.0.0.1:" + Service.refusingPort();
    }
}
