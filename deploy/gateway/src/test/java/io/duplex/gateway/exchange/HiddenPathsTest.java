package io.duplex.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.duplex.gateway.pages.Pages;
import io.duplex.gateway.routes.RouteFiles;
import io.duplex.gateway.routes.RouteTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only a service's own port serves cannot be reached from the public origin, however its path is written. */
class HiddenPathsTest {
    private static final RouteTable ROUTES = RouteFiles.read(List.of(Path.of("routes")));
    private static final Queue<String> REACHED = new ConcurrentLinkedQueue<>();
    private static final Service SERVICE = Service.answering(request -> {
        REACHED.add(request.method() + " " + request.uri());
        request.response().end();
    });
    private static final RunningGateway GATEWAY = RunningGateway.with(ROUTES, Pages.NONE, SERVICE.port());
    private static final List<String> HIDDEN = List.of(
            "/q",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/health/well",
            "/q/metrics",
            "/q/openapi",
            "/q/info",
            "/q/dev",
            "/q/swagger-ui",
            "/v1/dead-letters",
            "/v1/dead-letters/7",
            "/v1/dead-letters/7/redrive",
            "/v1/dead-letters/7/discard",
            "/v1/orders/7/ship",
            "/dev/token",
            "/stub/faults");

    @AfterAll
    static void stop() {
        GATEWAY.close();
        SERVICE.close();
    }

    static Stream<String> spellings() {
        return HIDDEN.stream().flatMap(HiddenPathsTest::spellings);
    }

    private static Stream<String> spellings(String path) {
        String first = path.substring(0, 2);
        String rest = path.substring(2);
        String encoded = "/%" + Integer.toHexString(path.charAt(1)) + rest;
        List<String> all = new ArrayList<>(List.of(
                path,
                path + "/",
                path + "?x=1",
                encoded,
                path.replace("/", "//"),
                path.replace("/", "/./"),
                path.replace("/", "%2f"),
                "/" + path.substring(1).replace("/", "%2F"),
                "/" + path.substring(1).replace("/", "%252F"),
                "/" + path.substring(1).replace("/", "\\"),
                "/" + path.substring(1).replace("/", "%5C"),
                "/" + path.substring(1).replace("/", ";/"),
                path + ";x=1",
                path + "%00",
                path + "%20",
                path + ".",
                "/v1/orders/.." + path,
                "/v1/orders/../.." + path,
                "/v1/orders/%2e%2e/%2e%2e" + path,
                "/v1/orders/%2e%2e%2f%2e%2e" + path,
                "/v1/orders/..;/..;" + path,
                "/v1/orders/..%2F..%2F" + path.substring(1).replace("/", "%2F"),
                "/v1/orders/..%5c..%5c" + path.substring(1).replace("/", "%5c"),
                path.replaceFirst("/([^/]*)$", "%2f$1"),
                "/v1/orders%3F/../.." + path,
                "/stub/../.." + path,
                first.toUpperCase(Locale.ROOT) + rest));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void reachesNoService(String target) throws IOException {
        for (String method : List.of("GET", "POST", "HEAD")) {
            String answer = GATEWAY.raw(
                    method + " " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(answer).containsPattern("^HTTP/1\\.[01] (404|405|400)");
        }
        assertThat(REACHED).isEmpty();
    }
}
