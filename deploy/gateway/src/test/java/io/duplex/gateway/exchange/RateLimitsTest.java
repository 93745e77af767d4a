package io.duplex.gateway.exchange;

import static io.duplex.gateway.RunningGateway.problem;
import static io.duplex.gateway.RunningGateway.publishedPolicies;
import static io.duplex.gateway.exchange.ProblemAnswersTest.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.duplex.gateway.policies.PolicyFiles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {
    private final AtomicInteger served = new AtomicInteger();
    private final Service echo = Service.answering(request -> {
        served.incrementAndGet();
        request.response().end("caller " + request.getHeader("X-Duplex-Caller"));
    });
    private final RunningGateway gateway =
            RunningGateway.under(publishedPolicies().withQuota(3), echo.port());

    @AfterEach
    void stop() {
        gateway.close();
        echo.close();
    }

    @Test
    void tellsWithEveryAnswerWhatIsLeft() {
        HttpResponse<String> response = gateway.get("/v1/orders");

        assertThat(response.headers().firstValue("RateLimit-Policy")).contains("\"default\";q=3;w=60");
        assertThat(response.headers().firstValue("RateLimit")).get().asString().matches("\"default\";r=2;t=(60|59)");
        assertThat(gateway.get("/nowhere").headers().firstValue("RateLimit"))
                .get()
                .asString()
                .startsWith("\"default\";r=1;");
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(statuses(3, "a")).containsOnly(200);

        HttpResponse<String> refused = get(token("a", ""));

        assertProblem(refused, 429, "rate-limit-exceeded");
        assertThat(problem(refused).getString("title")).isEqualTo("Too Many Requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(refused.headers().firstValue("RateLimit")).get().asString().startsWith("\"default\";r=0;t=");
        assertThat(served).hasValue(3);
    }

    @Test
    void refusesABodyWithoutSpoilingTheConnection() {
        assertThat(statuses(3, "a")).containsOnly(200);

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused = gateway.send(gateway.request("/v1/orders")
                    .header("Authorization", token("a", ""))
                    .POST(BodyPublishers.ofString("x".repeat(50_000))));
            assertThat(refused.statusCode()).isEqualTo(429);
        }
        assertThat(statuses(1, "b")).containsOnly(200);
    }

    @Test
    void countsEachSubjectOnItsOwn() {
        assertThat(statuses(4, "a")).containsExactly(200, 200, 200, 429);
        assertThat(statuses(4, "b")).containsExactly(200, 200, 200, 429);
        assertThat(gateway.get("/v1/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsASubjectByEachOfItsTokens() {
        assertThat(IntStream.range(0, 4)
                        .mapToObj(i -> get(token("a", ",\"jti\":" + i)).statusCode()))
                .containsExactly(200, 200, 200, 429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer a.%%%.c",
                "Bearer a.e30.c",
                "Bearer a.W10.c",
                "Bearer a.bnVsbA.c",
                "Bearer a.eyJzdWIiOjd9.c",
                "Bearer a.eyJzdWIiOiIifQ.c",
                "Basic YTpi"
            })
    void countsCallersWithoutASubjectByTheirAddress(String authorization) {
        assertThat(IntStream.range(0, 3).mapToObj(i -> gateway.get("/v1/orders").statusCode()))
                .containsOnly(200);

        assertThat(get(authorization).statusCode()).isEqualTo(429);
    }

    @Test
    void believesNoCallerThatNamesItself() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response =
                    gateway.send(gateway.request("/v1/orders").header("X-Duplex-Caller", "c-" + i));
            assertThat(response.body()).isEqualTo("caller null");
        }
        assertThat(gateway.send(gateway.request("/v1/orders").header("X-Duplex-Caller", "c-3"))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void beginsAnewWithTheNextWindow(@TempDir Path folder) throws IOException {
        String policy = Files.readString(Path.of("policies/backend-traffic.yaml"));
        Files.writeString(
                folder.resolve("policy.yaml"),
                policy.replace("{requests: 600, unit: Minute}", "{requests: 1, unit: Second}"));
        try (RunningGateway strict = RunningGateway.under(PolicyFiles.read(List.of(folder)), echo.port())) {
            await("one too many in a window")
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> strict.get("/v1/orders").statusCode() == 429);

            await("the next window").until(() -> strict.get("/v1/orders").statusCode() == 200);
        }
    }

    @Test
    void saysNothingWhereThereIsNoLimit() {
        try (RunningGateway free = RunningGateway.under(publishedPolicies().withQuota(0), echo.port())) {
            assertThat(IntStream.range(0, 10).mapToObj(i -> free.get("/v1/orders")))
                    .allSatisfy(response -> {
                        assertThat(response.statusCode()).isEqualTo(200);
                        assertThat(response.headers().firstValue("RateLimit")).isEmpty();
                        assertThat(response.headers().firstValue("RateLimit-Policy"))
                                .isEmpty();
                    });
        }
    }

    private List<Integer> statuses(int times, String subject) {
        return IntStream.range(0, times)
                .mapToObj(i -> get(token(subject, "")).statusCode())
                .toList();
    }

    private HttpResponse<String> get(String authorization) {
        return gateway.send(gateway.request("/v1/orders").header("Authorization", authorization));
    }

    private static String token(String subject, String more) {
        byte[] claims = ("{\"sub\":\"" + subject + "\"" + more + "}").getBytes(UTF_8);
        return "Bearer e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims) + ".c2ln";
    }
}
