package io.duplex.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    @Test
    void takesReplicasInTurn() {
        try (Service a = named("a");
                Service b = named("b");
                RunningGateway gateway = RunningGateway.before(a.port(), b.port())) {
            assertThat(answers(gateway, 6)).containsExactly("a", "b", "a", "b", "a", "b");
        }
    }

    @Test
    void triesTheNextReplicaWhenOneRefuses() {
        try (Service a = named("a");
                RunningGateway gateway = RunningGateway.before(Service.refusingPort(), a.port())) {
            assertThat(answers(gateway, 4)).containsOnly("a");
        }
    }

    @Test
    void reachesAReplicaThatIsBack() {
        int port = Service.refusingPort();
        try (RunningGateway gateway = RunningGateway.before(port)) {
            assertThat(gateway.get("/v1/orders").statusCode()).isEqualTo(503);
            Service back = Service.answering(port, request -> request.response().end("a"));
            assertThat(answers(gateway, 1)).containsExactly("a");
            back.close();
        }
    }

    @Test
    void sendsARequestOnceEvenIfTheReplicaBreaksOff() {
        AtomicInteger received = new AtomicInteger();
        try (Service a = breaking(received);
                Service b = breaking(received);
                RunningGateway gateway = RunningGateway.before(a.port(), b.port())) {
            int status = gateway.send(gateway.request("/v1/orders").POST(BodyPublishers.ofString("{}")))
                    .statusCode();

            assertThat(status).isEqualTo(503);
            assertThat(received).hasValue(1);
        }
    }

    private static Service named(String name) {
        return Service.answering(request -> request.response().end(name));
    }

    private static Service breaking(AtomicInteger received) {
        return Service.answering((HttpServerRequest request) -> {
            received.incrementAndGet();
            request.connection().close();
        });
    }

    private static List<String> answers(RunningGateway gateway, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> gateway.get("/v1/orders").body())
                .toList();
    }
}
