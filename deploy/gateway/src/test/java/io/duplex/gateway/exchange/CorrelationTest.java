package io.duplex.gateway.exchange;

import static io.duplex.gateway.RunningGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Service echo = Service.answering(request -> request.response()
            .end(request.getHeader("X-Request-Id") + " " + request.getHeader("traceparent") + " "
                    + request.getHeader("tracestate")));
    private final RunningGateway gateway = RunningGateway.before(echo.port());

    @AfterEach
    void stop() {
        gateway.close();
        echo.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Order_7.retry-2", "0123456789012345678901234567890123456789012345678901234567890123"})
    void acceptsGoodRequestIds(String id) {
        HttpResponse<String> response = get("X-Request-Id", id);

        assertThat(response.headers().allValues("X-Request-Id")).containsExactly(id);
        assertThat(response.body()).startsWith(id + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "01234567890123456789012345678901234567890123456789012345678901234"})
    void replacesBadRequestIds(String id) {
        HttpResponse<String> response = get("X-Request-Id", id);

        String given = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(given).isNotEqualTo(id).matches("[0-9a-f-]{36}");
        assertThat(response.body()).startsWith(given + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {TRACEPARENT, "01-" + TRACE + "-00f067aa0ba902b7-00-more"})
    void continuesAValidTrace(String traceparent) {
        HttpResponse<String> response = gateway.send(
                gateway.request("/v1/orders").header("traceparent", traceparent).header("tracestate", "a=1"));

        assertThat(response.body()).endsWith(" " + traceparent + " a=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                TRACEPARENT + "-more"
            })
    void beginsANewTraceInsteadOfAnInvalidOne(String traceparent) {
        HttpResponse<String> response = gateway.send(
                gateway.request("/v1/orders").header("traceparent", traceparent).header("tracestate", "a=1"));

        assertThat(response.body())
                .matches("\\S+ 00-[0-9a-f]{32}-[0-9a-f]{16}-01 null")
                .doesNotContain(traceparent);
    }

    @Test
    void namesTheTraceInItsProblems() {
        HttpResponse<String> response = gateway.send(gateway.request("/nowhere").header("traceparent", TRACEPARENT));

        assertThat(problem(response).getString("traceId")).isEqualTo(TRACE);
    }

    private HttpResponse<String> get(String header, String value) {
        return gateway.send(gateway.request("/v1/orders").header(header, value));
    }
}
