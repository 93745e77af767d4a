package io.duplex.gateway.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackendsTest {
    private Instant now = Instant.EPOCH;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        RunningGateway.result(vertx.close());
    }

    @Test
    void remembersWhoRefused() {
        int refusing = Service.refusingPort();
        try (Service up = Service.answering(request -> {})) {
            String urls = "http://127.0.0.1:" + refusing + ",http://127.0.0.1:" + up.port();
            Backends backends = new Backends(
                    vertx,
                    List.of(BackendAddresses.parse("orders=" + urls)),
                    Duration.ofSeconds(1),
                    PassiveHealth.OFF,
                    clock);
            assertThat(connectedPort(backends)).isEqualTo(up.port());

            Service back = Service.answering(refusing, request -> {});
            assertThat(List.of(connectedPort(backends), connectedPort(backends)))
                    .containsOnly(up.port());
            back.close();
        }
    }

    @Test
    void triesAReplicaThatFailedByOneRequestAtATime() {
        try (Service first = Service.answering(request -> {});
                Service second = Service.answering(request -> {})) {
            Backends backends = new Backends(
                    vertx,
                    List.of(BackendAddresses.parse(
                            "orders=http://127.0.0.1:" + first.port() + ",http://127.0.0.1:" + second.port())),
                    Duration.ofSeconds(1),
                    new PassiveHealth(1, Duration.ofSeconds(10), 50),
                    clock);
            connect(backends).failed();
            assertThat(ports(backends, 3)).containsOnly(second.port());

            now = now.plusSeconds(10);
            assertThat(ports(backends, 6)).containsOnlyOnce(first.port()).contains(second.port());
        }
    }

    private static List<Integer> ports(Backends backends, int times) {
        return IntStream.range(0, times).mapToObj(i -> connectedPort(backends)).toList();
    }

    private static int connectedPort(Backends backends) {
        return connect(backends).request().connection().remoteAddress().port();
    }

    private static Visit connect(Backends backends) {
        return RunningGateway.result(backends.connect("orders", false));
    }
}
