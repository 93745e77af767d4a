package io.duplex.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRoutesTest {
    private static final RouteTable PUBLIC = RouteFiles.read(List.of(Path.of("routes")));
    private static final RouteTable LOCAL = RouteFiles.read(List.of(Path.of("routes"), Path.of("routes-local")));

    @ParameterizedTest
    @CsvFileSource(resources = "/public-api.csv")
    void routesEveryPublicCallToItsService(String method, String path, String service, boolean streams) {
        assertThat(PUBLIC.find(HttpMethod.valueOf(method), path)).hasValueSatisfying(route -> {
            assertThat(route.backend()).isEqualTo(service);
            assertThat(route.streams()).isEqualTo(streams);
        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/public-api.csv")
    void servesNoOtherMethodUnasked(String method, String path) {
        assertThat(PUBLIC.methods(path)).contains(method).doesNotContain("TRACE", "CONNECT");
        assertThat(PUBLIC.find(HttpMethod.TRACE, path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/q",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/health/well",
                "/q/metrics",
                "/q/openapi",
                "/v1/orders/7/ship",
                "/v1/dead-letters",
                "/v1/dead-letters/7/redrive",
                "/v1/dead-letters/7/discard",
                "/v1/orders/",
                "/v1/orders/7/unknown",
                "/v1/ordersx",
                "/V1/orders",
                "/v1/orders/%2e%2e/dead-letters",
                "/v1/orders/../dead-letters",
                "/v1/orders/7;/ship",
                "/v1/orders/7%2Fship",
                "/dev/token",
                "/dev/jwks",
                "/stub/emails",
                "/stub/faults"
            })
    void publishesNothingElse(String path) {
        assertThat(PUBLIC.methods(path)).isEmpty();
        assertThat(PUBLIC.find(HttpMethod.GET, path)).isEmpty();
        assertThat(PUBLIC.find(HttpMethod.POST, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /dev/token",
        "GET, /dev/jwks",
        "GET, /stub/emails",
        "DELETE, /stub/emails",
        "GET, /stub/sms",
        "GET, /stub/webhooks",
        "POST, /stub/webhooks",
        "GET, /stub/accounting",
        "PUT, /stub/faults"
    })
    void addsTheOutsideWorldLocally(String method, String path) {
        assertThat(LOCAL.find(HttpMethod.valueOf(method), path))
                .hasValueSatisfying(route -> assertThat(route.backend()).isEqualTo("stubs"));
    }
}
