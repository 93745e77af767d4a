package io.duplex.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHeadersTest {
    private final Service service = Service.answering(AnswerHeadersTest::answer);
    private final RunningGateway gateway = RunningGateway.under(RunningGateway.publishedPolicies(), service.port());

    @AfterEach
    void stop() {
        gateway.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/orders", "/v1/orders/304", "/v1/orders/204", "/v1/orders/500", "/nowhere"})
    void protectsEveryAnswer(String path) {
        HttpHeaders headers = gateway.get(path).headers();

        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void protectsTheAnswerToWhatIsNotHttp() throws IOException {
        assertThat(gateway.raw("nonsense\r\n\r\n"))
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("cache-control: no-store");
    }

    @Test
    void letsWhatHasAnETagBeKeptByItsCallerOnly() {
        assertThat(gateway.get("/v1/orders/etag").headers().allValues("Cache-Control"))
                .containsExactly("private, no-cache");
    }

    @Test
    void leavesToTheServiceHowItsAnswerMayBeKeptAndWhatItMayLoad() {
        HttpHeaders headers = gateway.get("/v1/orders/own").headers();

        assertThat(headers.allValues("Cache-Control")).containsExactly("max-age=60");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("sandbox");
    }

    private static void answer(HttpServerRequest request) {
        String last = request.path().substring(request.path().lastIndexOf('/') + 1);
        var response = request.response()
                .setStatusCode(last.matches("[0-9]+") ? Integer.parseInt(last) : 200)
                .putHeader("Server", "secret/1.0")
                .putHeader("X-Powered-By", "magic")
                .putHeader("Referrer-Policy", "unsafe-url");
        if (last.equals("etag")) {
            response.putHeader("ETag", "\"1\"");
        }
        if (last.equals("own")) {
            response.putHeader("Cache-Control", "max-age=60").putHeader("Content-Security-Policy", "sandbox");
        }
        response.end();
    }
}
