package io.duplex.gateway;

import io.duplex.gateway.backends.BackendAddresses;
import io.duplex.gateway.pages.Pages;
import io.duplex.gateway.policies.Policies;
import io.duplex.gateway.policies.PolicyFiles;
import io.duplex.gateway.routes.RouteFiles;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A gateway on a free port with the test's routes, and a client of it. */
public final class RunningGateway implements AutoCloseable {
    private static final Path ROUTES = Path.of("src/test/resources/routes");

    private final GatewayServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningGateway(GatewayServer server) {
        this.server = server;
    }

    /** In front of order-service at these ports. */
    public static RunningGateway before(Integer... ports) {
        return under(Policies.NONE, ports);
    }

    /** In front of order-service at these ports, under policies. */
    public static RunningGateway under(Policies policies, Integer... ports) {
        String urls = String.join(
                ",",
                List.of(ports).stream().map(port -> "http://127.0.0.1:" + port).toList());
        List<BackendAddresses> backends = List.of(BackendAddresses.parse("order-service=" + urls));
        return start(RouteFiles.read(List.of(ROUTES)), backends, policies, Pages.NONE);
    }

    /** With routes and pages, without a rate limit, and with one service at this port for all backends. */
    public static RunningGateway with(RouteTable routes, Pages pages, int port) {
        List<BackendAddresses> backends = routes.backends().stream()
                .map(name -> BackendAddresses.parse(name + "=http://127.0.0.1:" + port))
                .toList();
        return start(routes, backends, publishedPolicies().withQuota(0), pages);
    }

    /** What the folder of policies says. */
    public static Policies publishedPolicies() {
        return PolicyFiles.read(List.of(Path.of("policies")));
    }

    private static RunningGateway start(
            RouteTable routes, List<BackendAddresses> backends, Policies policies, Pages pages) {
        SocketAddress anyPort = SocketAddress.inetSocketAddress(0, "127.0.0.1");
        return new RunningGateway(
                result(GatewayServer.start(new GatewaySettings(anyPort, routes, backends, policies, pages))));
    }

    public int port() {
        return server.port();
    }

    public HttpClient client() {
        return client;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Sends bytes as they are and returns all that comes back until the gateway closes the connection. */
    public String raw(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Begins to stop, and tells when it has. */
    public Future<Void> stop(Duration grace) {
        return server.stop(grace);
    }

    public static JsonObject problem(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    /** What an asynchronous step comes to, within ten seconds. */
    public static <T> T result(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        result(server.stop(Duration.ofMillis(1)));
    }
}
