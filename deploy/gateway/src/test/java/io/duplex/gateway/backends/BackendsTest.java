package io.duplex.gateway.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackendsTest {
    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

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
            Backends backends = new Backends(vertx, List.of(BackendAddresses.parse("orders=" + urls)), STANDING);
            assertThat(connectedPort(backends)).isEqualTo(up.port());

            Service back = Service.answering(refusing, request -> {});
            assertThat(List.of(connectedPort(backends), connectedPort(backends)))
                    .containsOnly(up.port());
            back.close();
        }
    }

    private static int connectedPort(Backends backends) {
        return RunningGateway.result(backends.connect("orders", false))
                .connection()
                .remoteAddress()
                .port();
    }
}
