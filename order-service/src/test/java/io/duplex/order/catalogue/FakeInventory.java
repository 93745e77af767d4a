package io.duplex.order.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An inventory-service that answers whatever a test wants, as the real one never should. */
final class FakeInventory implements AutoCloseable {
    private static final String PORT = "io.duplex.order.fake-inventory.port";

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Function<String, Answer> answers = request -> new Answer(404, "{}");

    /** A status and a body. */
    record Answer(int status, String body) {
        static Answer ok(String body) {
            return new Answer(200, body);
        }
    }

    /** Where the service under test expects it; nobody is there unless a test opens it. */
    public static final class Place implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try (var free = new ServerSocket(0)) {
                System.setProperty(PORT, Integer.toString(free.getLocalPort()));
                return Map.of("order.inventory.url", "http://localhost:" + free.getLocalPort());
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }

        @Override
        public void stop() {}
    }

    private FakeInventory(HttpServer server) {
        this.server = server;
    }

    static FakeInventory open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", Integer.getInteger(PORT)), 0);
        var inventory = new FakeInventory(server);
        server.createContext("/", inventory::answer);
        server.setExecutor(inventory.threads);
        server.start();
        return inventory;
    }

    /** From now on it answers so; the request is told as method, path and query. */
    void answers(Function<String, Answer> request) {
        answers = request;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(request);
            var answer = answers.apply(request);
            var body = answer.status() == 204 ? new byte[0] : answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        if (!threads.isShutdown()) {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
