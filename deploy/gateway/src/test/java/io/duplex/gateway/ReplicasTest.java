package io.duplex.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplicasTest {
    private final AtomicInteger arrived = new AtomicInteger();

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

    @Test
    void passesOverAReplicaThatHangs() {
        AtomicInteger asked = new AtomicInteger();
        try (Service frozen = Service.answering(request -> asked.incrementAndGet());
                Service well = named("a");
                RunningGateway gateway =
                        RunningGateway.under(RunningGateway.publishedPolicies(), frozen.port(), well.port())) {
            assertThat(statuses(gateway, 6)).containsExactly(504, 200, 504, 200, 504, 200);

            assertThat(statuses(gateway, 20)).containsOnly(200);
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void asksTheOnlyReplicaEvenIfItHangs() {
        AtomicInteger asked = new AtomicInteger();
        try (Service frozen = Service.answering(request -> asked.incrementAndGet());
                RunningGateway gateway = RunningGateway.under(RunningGateway.publishedPolicies(), frozen.port())) {
            assertThat(statuses(gateway, 5)).containsOnly(504);
            assertThat(asked).hasValue(5);
        }
    }

    @Test
    void passesOverNoReplicaForWhatItAnswers() {
        try (Service busy = Service.answering(
                        request -> request.response().setStatusCode(503).end());
                Service well = named("a");
                RunningGateway gateway =
                        RunningGateway.under(RunningGateway.publishedPolicies(), busy.port(), well.port())) {
            assertThat(statuses(gateway, 10))
                    .filteredOn(status -> status == 503)
                    .hasSize(5);
        }
    }

    @Test
    void holdsASlowCallerAgainstNoReplica() {
        try (Service a = waiting("a");
                Service b = waiting("b");
                RunningGateway gateway = RunningGateway.under(RunningGateway.publishedPolicies(), a.port(), b.port())) {
            String half = "POST /v1/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n";
            assertThat(IntStream.range(0, 6).parallel().mapToObj(i -> raw(gateway, half)))
                    .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 408"));

            assertThat(answers(gateway, 4)).contains("a", "b");
        }
    }

    @Test
    void holdsACallerThatLeftAgainstNoReplica() {
        AtomicInteger closed = new AtomicInteger();
        try (Service a = hangingUp("a", closed);
                Service b = hangingUp("b", closed);
                RunningGateway gateway = RunningGateway.under(RunningGateway.publishedPolicies(), a.port(), b.port())) {
            for (int i = 1; i <= 6; i++) {
                var answer =
                        gateway.client().sendAsync(gateway.request("/v1/slow").build(), BodyHandlers.ofString());
                int before = i;
                await("the request arrives").until(() -> arrived.get() == before);
                answer.cancel(true);
            }
            await("all are given up").until(() -> closed.get() == 6);

            assertThat(answers(gateway, 4)).contains("a", "b");
        }
    }

    private Service hangingUp(String name, AtomicInteger closed) {
        return Service.answering(request -> {
            if (request.path().equals("/v1/slow")) {
                arrived.incrementAndGet();
                request.connection().closeHandler(close -> closed.incrementAndGet());
            } else {
                request.response().end(name);
            }
        });
    }

    private static Service waiting(String name) {
        return Service.answering(
                request -> request.body().onSuccess(body -> request.response().end(name)));
    }

    private static String raw(RunningGateway gateway, String bytes) {
        try {
            return gateway.raw(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Integer> statuses(RunningGateway gateway, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> gateway.get("/v1/slow").statusCode())
                .toList();
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
