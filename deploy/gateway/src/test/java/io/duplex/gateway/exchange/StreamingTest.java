package io.duplex.gateway.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamingTest {
    private final BlockingQueue<HttpServerResponse> open = new LinkedBlockingQueue<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private final Service backend = Service.answering(this::begin);
    private final RunningGateway gateway = RunningGateway.before(backend.port());

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void passesEachEventAtOnceAndBeyondAnyTimeout() throws Exception {
        try (BufferedReader events = reader(stream("/v1/stream"))) {
            HttpServerResponse service = next();
            for (int i = 0; i < 3; i++) {
                service.write("data: " + i + "\n");
                assertThat(events.readLine()).isEqualTo("data: " + i);
            }
            service.end();
            assertThat(events.readLine()).isNull();
        }
    }

    @Test
    void tellsTheServiceWhenTheReaderLeaves() throws Exception {
        InputStream events = stream("/v1/stream");
        next().write("data: 1\n");
        assertThat(events.read()).isEqualTo('d');

        events.close();

        assertThat(left.await(5, SECONDS))
                .as("the service sees its stream closed")
                .isTrue();
    }

    @Test
    void cutsAnAnswerThatTheServiceBreaksOff() throws Exception {
        CompletableFuture<?> answer = read("/v1/orders");
        HttpServerResponse service = next();
        service.write("half").onComplete(written -> service.reset());

        assertThat(answer).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void cutsAnAnswerThatIsNotCompleteInTime() throws Exception {
        CompletableFuture<?> answer = read("/v1/slow");
        next().write("half");

        assertThat(answer).failsWithin(Duration.ofSeconds(5));
        assertThat(left.await(5, SECONDS)).as("the service sees its answer cut").isTrue();
    }

    @Test
    void openStreamsLeaveRoomForRequests() throws Exception {
        List<CompletableFuture<?>> streams =
                Stream.generate(this::openStream).limit(100).toList();
        await("100 open streams").until(() -> open.size() == 100);

        CompletableFuture<HttpResponse<String>> answer = read("/v1/orders");
        await("the request arrives beside them").until(() -> open.size() == 101);
        open.forEach(HttpServerResponse::end);

        assertThat(answer).succeedsWithin(Duration.ofSeconds(5));
        assertThat(streams).allSatisfy(stream -> assertThat(stream).isCompleted());
    }

    private CompletableFuture<?> openStream() {
        return gateway.client().sendAsync(gateway.request("/v1/stream").build(), BodyHandlers.ofInputStream());
    }

    private CompletableFuture<HttpResponse<String>> read(String path) {
        return gateway.client().sendAsync(gateway.request(path).build(), BodyHandlers.ofString());
    }

    private InputStream stream(String path) throws IOException, InterruptedException {
        return gateway.client()
                .send(gateway.request(path).build(), BodyHandlers.ofInputStream())
                .body();
    }

    private HttpServerResponse next() throws InterruptedException {
        HttpServerResponse response = open.poll(5, SECONDS);
        assertThat(response).isNotNull();
        return response;
    }

    private void begin(HttpServerRequest request) {
        HttpServerResponse response =
                request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.closeHandler(closed -> left.countDown());
        response.writeHead();
        open.add(response);
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
