package io.duplex.gateway.exchange;

import static io.duplex.gateway.RunningGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemAnswersTest {

    @Test
    void answersUnknownPathsWithNotFound() {
        try (RunningGateway gateway = RunningGateway.before(Service.refusingPort())) {
            HttpResponse<String> response = gateway.get("/q/metrics?secret=1");

            assertProblem(response, 404, "not-found");
            assertThat(problem(response).getString("instance")).isEqualTo("/q/metrics");
        }
    }

    @Test
    void answersUnknownMethodsWithThoseAllowed() {
        try (RunningGateway gateway = RunningGateway.before(Service.refusingPort())) {
            HttpResponse<String> response =
                    gateway.send(gateway.request("/v1/orders").DELETE());

            assertProblem(response, 405, "method-not-allowed");
            assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
        }
    }

    @Test
    void answersUnavailableWhenTheServiceIsDown() {
        try (RunningGateway gateway = RunningGateway.before(Service.refusingPort())) {
            HttpResponse<String> response = gateway.get("/v1/orders");

            assertProblem(response, 503, "service-unavailable");
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void answersUnavailableWhenTheServiceBreaksOff() {
        try (Service backend = Service.answering(request -> request.connection().close());
                RunningGateway gateway = RunningGateway.before(backend.port())) {
            HttpResponse<String> response = gateway.get("/v1/orders");

            assertProblem(response, 503, "service-unavailable");
            assertThat(problem(response).getString("detail")).contains("may have been carried out");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void answersTimeoutWhenTheServiceHangs(String method) {
        try (Service backend = Service.answering(request -> {});
                RunningGateway gateway = RunningGateway.before(backend.port())) {
            Instant start = Instant.now();
            HttpResponse<String> response =
                    gateway.send(gateway.request("/v1/slow").method(method, HttpRequest.BodyPublishers.ofString("{}")));

            assertProblem(response, 504, "gateway-timeout");
            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(290), Duration.ofSeconds(3));
        }
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        try (RunningGateway gateway = RunningGateway.before(Service.refusingPort())) {
            String answer = gateway.raw("HEAD /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 404").endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\nHost: a\r\nbad name: b\r\n\r\n"
            })
    void answersWhatIsNotHttpWithMalformedRequest(String bytes) throws IOException {
        try (RunningGateway gateway = RunningGateway.before(Service.refusingPort())) {
            String answer = gateway.raw(bytes);

            assertThat(answer)
                    .containsPattern("^HTTP/1\\.[01] 400")
                    .containsIgnoringCase("content-type: application/problem+json");
            JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n")));
            assertThat(problem.getString("code")).isEqualTo("malformed-request");
        }
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        JsonObject problem = problem(response);
        assertThat(problem.fieldNames())
                .containsExactly("type", "title", "status", "detail", "instance", "code", "traceId");
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("type")).isEqualTo("https://duplex.example/problems/" + code);
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
    }
}
