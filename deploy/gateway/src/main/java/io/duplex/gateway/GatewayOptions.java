package io.duplex.gateway;

import io.duplex.gateway.backends.BackendAddresses;
import io.duplex.gateway.openapi.MergedDocument;
import io.duplex.gateway.openapi.ServiceDocument;
import io.duplex.gateway.pages.ApiPages;
import io.duplex.gateway.pages.Pages;
import io.duplex.gateway.policies.Policies;
import io.duplex.gateway.policies.PolicyFiles;
import io.duplex.gateway.routes.RouteFiles;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of the command, and what they come to. */
final class GatewayOptions {
    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Port to listen on, 0: any.")
    private int port;

    @Option(names = "--routes", paramLabel = "DIR", required = true, description = "Folder of route files; repeatable.")
    private List<Path> routes = List.of();

    @Option(names = "--policies", paramLabel = "DIR", description = "Folder of policy files; repeatable.")
    private List<Path> policies = List.of();

    @Option(
            names = "--backend",
            paramLabel = "NAME=URL[,URL]",
            required = true,
            converter = BackendConverter.class,
            description = "The replicas of a backend that the route files name; repeatable.")
    private List<BackendAddresses> backends = List.of();

    @Option(
            names = "--openapi",
            paramLabel = "NAME=FILE",
            description = "The OpenAPI document of a backend, for /openapi and /docs; repeatable.")
    private Map<String, Path> documents = new LinkedHashMap<>();

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "Requests per caller and window instead of what the policies say; 0: no limit.")
    private @Nullable Long rateLimit;

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            description = "An origin whose pages may call, instead of those in the policies; repeatable.")
    private List<String> origins = List.of();

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /**
     * Reads all files.
     *
     * @throws io.duplex.gateway.manifests.BadManifest when a route or policy file cannot be served
     * @throws IllegalArgumentException when an option or a document is unusable
     */
    GatewaySettings settings() {
        RouteTable table = RouteFiles.read(routes);
        return new GatewaySettings(
                SocketAddress.inetSocketAddress(port, host), table, backends, policies(), pages(table));
    }

    private Policies policies() {
        Policies read = PolicyFiles.read(policies);
        Policies counted = rateLimit == null ? read : read.withQuota(rateLimit);
        return origins.isEmpty() ? counted : counted.withOrigins(origins);
    }

    private Pages pages(RouteTable table) {
        List<ServiceDocument> read = documents.entrySet().stream()
                .map(document -> ServiceDocument.read(document.getKey(), document.getValue()))
                .toList();
        return read.isEmpty() ? Pages.NONE : ApiPages.of(MergedDocument.of(read, table));
    }

    /** Reads one {@code --backend}. */
    static final class BackendConverter implements CommandLine.ITypeConverter<BackendAddresses> {
        @Override
        public BackendAddresses convert(String text) {
            try {
                return BackendAddresses.parse(text);
            } catch (IllegalArgumentException malformed) {
                throw new CommandLine.TypeConversionException(malformed.getMessage());
            }
        }
    }
}
