package io.duplex.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginAnswersTest {
    private static final String SHOP = "https://shop.duplex.example";

    private final AtomicInteger served = new AtomicInteger();
    private final Service service = Service.answering(request -> {
        served.incrementAndGet();
        request.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Vary", "Accept")
                .end("[]");
    });
    private final RunningGateway gateway =
            RunningGateway.under(RunningGateway.publishedPolicies().withQuota(2), service.port());

    @AfterEach
    void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void answersThePreflightOfAnAllowedOrigin() {
        HttpResponse<String> response = preflight(SHOP);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).containsExactly(SHOP);
        assertThat(header(response, "Access-Control-Allow-Methods").get(0)).contains("POST", "DELETE");
        assertThat(header(response, "Access-Control-Allow-Headers").get(0))
                .contains("Authorization", "Idempotency-Key");
        assertThat(header(response, "Access-Control-Max-Age")).containsExactly("600");
        assertThat(header(response, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(header(response, "Vary")).contains("Origin");
        assertThat(served).hasValue(0);
    }

    @Test
    void countsNoPreflight() {
        for (int i = 0; i < 3; i++) {
            assertThat(preflight(SHOP).statusCode()).isEqualTo(204);
        }
        assertThat(get(SHOP).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAPageOfAnAllowedOriginReadTheAnswer() {
        HttpResponse<String> response = get(SHOP);

        assertThat(response.body()).isEqualTo("[]");
        assertThat(header(response, "Access-Control-Allow-Origin")).containsExactly(SHOP);
        assertThat(header(response, "Access-Control-Expose-Headers").get(0)).contains("ETag", "Location", "RateLimit");
        assertThat(header(response, "Vary")).containsExactlyInAnyOrder("Accept", "Origin");
    }

    @Test
    void letsItReadRefusalsToo() {
        get(SHOP);
        get(SHOP);
        HttpResponse<String> refused = get(SHOP);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Access-Control-Allow-Origin")).containsExactly(SHOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.duplex.example",
                "https://shop.duplex.example.evil.example",
                "https://shopXduplex.example",
                "https://shop.duplex.example:8443",
                "null"
            })
    void saysNothingToOtherOrigins(String origin) {
        assertThat(preflight(origin).statusCode()).isEqualTo(405);
        assertThat(permissions(preflight(origin))).isEmpty();
        assertThat(permissions(get(origin))).isEmpty();
    }

    @Test
    void saysNothingWithoutAnOrigin() {
        HttpResponse<String> response = gateway.get("/v1/orders");

        assertThat(permissions(response)).isEmpty();
        assertThat(header(response, "Vary")).contains("Origin");
    }

    private HttpResponse<String> preflight(String origin) {
        return gateway.send(gateway.request("/v1/orders")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type"));
    }

    private HttpResponse<String> get(String origin) {
        return gateway.send(gateway.request("/v1/orders").header("Origin", origin));
    }

    private static List<String> header(HttpResponse<String> response, String name) {
        return response.headers().allValues(name);
    }

    private static List<String> permissions(HttpResponse<String> response) {
        return response.headers().map().keySet().stream()
                .filter(name -> name.startsWith("access-control-"))
                .toList();
    }
}
