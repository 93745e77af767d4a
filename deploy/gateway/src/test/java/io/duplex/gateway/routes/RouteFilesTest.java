package io.duplex.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duplex.gateway.manifests.BadManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFilesTest {
    private static final String VALID =
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: orders}
            spec:
              parentRefs:
                - name: duplex
              rules:
                - matches:
                    - path: {type: Exact, value: /v1/orders}
                  backendRefs:
                    - {name: order-service, port: 8080}
                  timeouts: {request: 10s}
            """;

    private final Path folder;

    RouteFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsEveryFileOfEveryFolder(@TempDir Path other) throws IOException {
        Path file = folder.resolve("orders.yaml");
        Files.writeString(file, VALID);
        Files.writeString(other.resolve("more.yaml"), VALID.replace("order-service", "stubs"));

        RouteTable routes = RouteFiles.read(List.of(folder, other));

        assertThat(routes.backends()).containsExactly("order-service", "stubs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            request: 10s           | request: 10s, requests: 1 | spec.rules[0].timeouts.requests
            metadata:              | metdata: {}\\nmetadata:   | metdata
            port: 8080             | port: 8080, weight: 2     | weight
            port: 8080             | port: 8080, port: 8081    | port
            type: Exact            | type: Exakt               | spec.rules[0].matches[0].path.type
            value: /v1/orders      | value: v1/orders          | spec.rules[0].matches[0].path.value
            type: Exact, value: /v1/orders | type: RegularExpression, value: '/v1/(' | spec.rules[0].matches[0].path.value
            request: 10s           | request: 10 s             | spec.rules[0].timeouts.request
            request: 10s           | backendRequest: 10s       | spec.rules[0].timeouts.backendRequest
            timeouts: {request: 10s} | name: slow              | spec.rules[0].timeouts
            kind: HTTPRoute        | kind: GRPCRoute           | kind
            k8s.io/v1              | k8s.io/v1beta1            | apiVersion
            parentRefs:            | hostnames: [a.example]\\n  parentRefs: | spec.hostnames
            - path:                | - headers: [{name: a, value: b}]\\n          path: | spec.rules[0].matches[0].headers
            - matches:             | - retry: {attempts: 2}\\n      matches: | spec.rules[0].retry
            metadata: {name: orders} | metadata: {name: orders | line
            """)
    void refusesWithFileAndField(String valid, String invalid, String named) throws IOException {
        Path file = folder.resolve("orders.yaml");
        Files.writeString(file, VALID.replace(valid, invalid.replace("\\n", "\n")));

        assertThatExceptionOfType(BadManifest.class)
                .isThrownBy(() -> RouteFiles.read(List.of(folder)))
                .withMessageContaining(file.toString())
                .withMessageContaining(named);
    }

    @Test
    void refusesASecondDocumentInAFile() throws IOException {
        Path file = folder.resolve("orders.yaml");
        Files.writeString(file, VALID + "---\n" + VALID);

        assertThatExceptionOfType(BadManifest.class)
                .isThrownBy(() -> RouteFiles.read(List.of(folder)))
                .withMessageContaining(file.toString());
    }

    @Test
    void refusesAFolderWithoutRoutes() {
        assertThatExceptionOfType(BadManifest.class)
                .isThrownBy(() -> RouteFiles.read(List.of(folder)))
                .withMessageContaining(folder.toString());
    }
}
