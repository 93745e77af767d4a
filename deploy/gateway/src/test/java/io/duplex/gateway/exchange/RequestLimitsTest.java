package io.duplex.gateway.exchange;

import static io.duplex.gateway.exchange.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTest {
    private static final int BODY = 64 * 1024;
    private static final Handler<HttpServerRequest> LENGTH =
            request -> request.body().onSuccess(body -> request.response().end("" + body.length()));

    private final AtomicBoolean carriedOut = new AtomicBoolean();
    private final Service backend = Service.answering(request -> {
        request.endHandler(end -> carriedOut.set(true));
        LENGTH.handle(request);
    });
    private final RunningGateway gateway = RunningGateway.before(backend.port());

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void passesBodiesUpToTheLimit() {
        assertThat(post(BodyPublishers.ofByteArray(new byte[BODY])).body()).isEqualTo("" + BODY);
        assertThat(post(unstated(BODY)).body()).isEqualTo("" + BODY);
    }

    @Test
    void refusesABodyOfStatedLengthAboveTheLimit() {
        assertProblem(post(BodyPublishers.ofByteArray(new byte[BODY + 1])), 413, "payload-too-large");
        assertThat(carriedOut).isFalse();
    }

    @Test
    void refusesABodyOfUnstatedLengthAboveTheLimit() {
        assertProblem(post(unstated(BODY + 1)), 413, "payload-too-large");
        assertThat(carriedOut).isFalse();
    }

    @Test
    void stopsReadingAnEndlessBody() throws IOException {
        String head = "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n";

        assertThat(gateway.raw(head)).startsWith("HTTP/1.1 413");
    }

    @Test
    void refusesASlowBody() throws IOException {
        String head = "POST /v1/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n";

        assertThat(gateway.raw(head)).startsWith("HTTP/1.1 408").contains("request-timeout");
    }

    @Test
    void letsABodyComeThatIsAnnounced() throws IOException {
        String head = String.join(
                "\r\n",
                "POST /v1/orders HTTP/1.1",
                "Host: a",
                "Content-Length: 2",
                "Expect: 100-continue",
                "Connection: close",
                "\r\n");

        assertThat(gateway.raw(head + "{}")).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {4 * 1024, 20 * 1024})
    void refusesLongUris(int length) {
        HttpResponse<String> response = gateway.get("/v1/orders?q=" + "a".repeat(length));

        assertProblem(response, 414, "uri-too-long");
    }

    @ParameterizedTest
    @ValueSource(ints = {8 * 1024, 40 * 1024})
    void refusesLargeHeaders(int length) {
        HttpResponse<String> response =
                gateway.send(gateway.request("/v1/orders").header("X-Large", "a".repeat(length)));

        assertProblem(response, 431, "headers-too-large");
    }

    private HttpResponse<String> post(BodyPublisher body) {
        return gateway.send(gateway.request("/v1/orders").POST(body));
    }

    private static BodyPublisher unstated(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }
}
