package io.duplex.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as a suite behind its gateway does, and misbehaves on demand. */
final class FakeGateway implements AutoCloseable {
    final FakeSuite suite = new FakeSuite();
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, FakeSuite.Reply> remembered = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** What happens to one request: an answer instead of the suite's, or (status 0) none after the suite has acted. */
    private record Fault(int status, Map<String, String> headers) {}

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void failNext(String call, int status, Map<String, String> headers) {
        faults.computeIfAbsent(call, key -> new ConcurrentLinkedQueue<>()).add(new Fault(status, headers));
    }

    void loseAnswerOfNext(String call) {
        failNext(call, 0, Map.of());
    }

    long requests(String call) {
        return requests.stream().filter(call::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call =
                    exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath();
            requests.add(call);
            var body = Json.read(exchange.getRequestBody().readAllBytes());
            var queue = faults.get(call);
            var fault = queue == null ? null : queue.poll();
            if (fault != null && fault.status() != 0) {
                fault.headers().forEach(exchange.getResponseHeaders()::set);
                write(exchange, new FakeSuite.Reply(fault.status(), "", Map.of("code", "http-" + fault.status())));
                return;
            }
            var reply = once(exchange, call, body);
            if (fault == null) {
                write(exchange, reply);
            }
        }
    }

    private FakeSuite.Reply once(HttpExchange exchange, String call, JsonNode body) {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var caller = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (key == null) {
            return suite.answer(exchange, caller, body);
        }
        var scope = caller + ' ' + call + ' ' + key;
        var before = remembered.get(scope);
        if (before != null) {
            exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
            return before;
        }
        var reply = suite.answer(exchange, caller, body);
        if (reply.status() < 300) {
            remembered.put(scope, reply);
        }
        return reply;
    }

    void forgetKeys() {
        remembered.clear();
    }

    private static void write(HttpExchange exchange, FakeSuite.Reply reply) throws IOException {
        var bytes = Json.text(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!reply.etag().isEmpty()) {
            exchange.getResponseHeaders().set("ETag", reply.etag());
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
