package io.duplex.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {
    private final Service backend = Service.answering(ForwardingTest::tell);
    private final RunningGateway gateway = RunningGateway.before(backend.port());

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void passesMethodTargetHeadersAndBody() {
        HttpResponse<String> response = gateway.send(gateway.request("/v1/orders?status=NEW&x=%2F")
                .header("Idempotency-Key", "\"k\"")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(response.body())
                .startsWith("POST /v1/orders?status=NEW&x=%2F\n")
                .contains("idempotency-key: \"k\"")
                .endsWith("\n\n{}");
        assertThat(response.headers().firstValue("X-Served")).contains("yes");
    }

    @Test
    void tellsTheServiceWhomTheRequestComesFrom() {
        HttpResponse<String> response = gateway.send(gateway.request("/v1/orders")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=6.6.6.6"));

        assertThat(response.body())
                .contains("\nhost: 127.0.0.1:" + gateway.port() + "\n", "x-forwarded-for: 127.0.0.1\n")
                .contains("x-forwarded-proto: http\n", "x-forwarded-host: 127.0.0.1:" + gateway.port() + "\n")
                .doesNotContain("6.6.6.6", "evil", "https");
    }

    @Test
    void keepsHeadersOfOneConnectionToIt() throws IOException {
        String answer = gateway.raw(
                """
                GET /v1/orders HTTP/1.1\r
                Host: a\r
                Connection: close\r
                Connection: X-Private\r
                X-Private: 1\r
                TE: trailers\r
                Upgrade: h2c\r
                Proxy-Authorization: secret\r
                \r
                """);

        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("x-served: yes")
                .doesNotContain("x-private", "te: trailers", "upgrade:", "secret", "x-hop", "keep-alive: timeout");
    }

    @Test
    void takesAnAbsoluteUri() throws IOException {
        String answer = gateway.raw("GET http://a/v1/orders?x=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("GET /v1/orders?x=1\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void passesAnswersWithoutABody(int status) {
        HttpResponse<String> response = gateway.get("/v1/orders/" + status);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Transfer-Encoding")).isEmpty();
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        assertThat(response.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(gateway.get("/v1/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void passesTheServicesOwnProblems() {
        assertThat(gateway.get("/v1/orders/409").statusCode()).isEqualTo(409);
    }

    private static void tell(HttpServerRequest request) {
        String last = request.path().substring(request.path().lastIndexOf('/') + 1);
        request.response()
                .setStatusCode(last.matches("[0-9]+") ? Integer.parseInt(last) : 200)
                .putHeader("ETag", "\"1\"")
                .putHeader("X-Served", "yes")
                .putHeader("X-Hop", "1")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("Connection", "X-Hop");
        request.body().onSuccess(body -> {
            boolean empty = List.of(204, 304).contains(request.response().getStatusCode());
            if (empty) {
                request.response().putHeader("Content-Length", "0");
            }
            request.response().end(empty ? "" : head(request) + "\n" + body);
        });
    }

    private static String head(HttpServerRequest request) {
        StringBuilder head = new StringBuilder(request.method() + " " + request.uri() + "\n");
        for (Map.Entry<String, String> header : request.headers()) {
            head.append(header.getKey().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(header.getValue())
                    .append('\n');
        }
        return head.toString();
    }
}
