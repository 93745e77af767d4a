package io.duplex.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duplex.gateway.pages.Pages;
import io.duplex.gateway.policies.Policies;
import io.duplex.gateway.routes.RouteFiles;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class GatewayServerTest {

    @Test
    void finishesWhatRunsAndTakesNothingNewWhenItStops() throws Exception {
        BlockingQueue<HttpServerRequest> received = new LinkedBlockingQueue<>();
        try (Service backend = Service.answering(received::add)) {
            RunningGateway gateway = RunningGateway.before(backend.port());
            CompletableFuture<HttpResponse<String>> running =
                    gateway.client().sendAsync(gateway.request("/v1/orders").build(), BodyHandlers.ofString());
            HttpServerRequest request = received.take();

            Future<Void> stopped = gateway.stop(Duration.ofSeconds(10));
            HttpResponse<String> late = gateway.get("/v1/orders");
            request.response().end("done");

            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(running.get().body()).isEqualTo("done");
            RunningGateway.result(stopped);
        }
    }

    @Test
    void doesNotWaitForStreamsWhenItStops() throws Exception {
        try (Service backend =
                Service.answering(request -> request.response().setChunked(true).write("first"))) {
            RunningGateway gateway = RunningGateway.before(backend.port());
            HttpResponse<InputStream> begun =
                    gateway.client().send(gateway.request("/v1/stream").build(), BodyHandlers.ofInputStream());

            RunningGateway.result(gateway.stop(Duration.ofMinutes(1)));
            assertThat(CompletableFuture.supplyAsync(() -> isReadToItsEnd(begun.body())))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo(false);
        }
    }

    private static boolean isReadToItsEnd(InputStream stream) {
        try {
            stream.readAllBytes();
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    @Test
    void doesNotWaitForAReaderThatLeft() throws Exception {
        BlockingQueue<HttpServerRequest> received = new LinkedBlockingQueue<>();
        try (Service backend = Service.answering(received::add)) {
            RunningGateway gateway = RunningGateway.before(backend.port());
            CompletableFuture<HttpResponse<String>> running =
                    gateway.client().sendAsync(gateway.request("/v1/orders").build(), BodyHandlers.ofString());
            received.take();
            running.cancel(true);

            RunningGateway.result(gateway.stop(Duration.ofMinutes(1)));
        }
    }

    @Test
    void refusesRoutesWithoutABackend() {
        GatewaySettings settings = new GatewaySettings(
                SocketAddress.inetSocketAddress(0, "127.0.0.1"),
                RouteFiles.read(List.of(Path.of("src/test/resources/routes"))),
                List.of(),
                Policies.NONE,
                Pages.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatewayServer.start(settings))
                .withMessageContaining("order-service");
    }
}
