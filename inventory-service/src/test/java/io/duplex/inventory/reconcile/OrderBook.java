package io.duplex.inventory.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers for order-service, which does not run here: with those fields of its document that
 * {@link ConsumedApiContractTest} holds this service's client against. Tests write orders into it over HTTP, since Quarkus
 * may load this class for the test and for the resource separately.
 */
public final class OrderBook implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "io.duplex.inventory.orders.url";
    private static final String SLOW = "slow";
    private static final String LATER = "-later";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** By falling id, as the list is. */
    private final Map<String, String> orders = new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    private Optional<HttpServer> server = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newCachedThreadPool());
            started.createContext("/", this::handle);
            started.start();
            server = Optional.of(started);
            var url = "http://127.0.0.1:" + started.getAddress().getPort();
            System.setProperty(URL, url);
            return Map.of("quarkus.rest-client.orders.url", url);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    @Override
    public void stop() {
        server.ifPresent(started -> started.stop(0));
    }

    /** An order that stands there for an hour, as order-service tells of it. */
    static void put(UUID id, String status, Map<String, Integer> lines) {
        var told = lines.entrySet().stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining(","));
        send(
                "PUT",
                "/v1/orders/" + id,
                "{\"id\":\"%s\",\"status\":\"%s\",\"updatedAt\":\"%s\",\"lines\":[%s]}"
                        .formatted(id, status, Instant.now().minusSeconds(3_600), told));
    }

    /** An order's status changes as soon as it has been asked for by its id. */
    static void turns(UUID id, String status) {
        send("PUT", "/v1/orders/" + id + LATER, status);
    }

    /** Each order that is asked for by its id takes a second. */
    static void isSlow() {
        send("PUT", "/v1/orders/" + SLOW, "");
    }

    /** Forgets all orders, and is as fast as it can be. */
    static void clear() {
        send("DELETE", "/v1/orders", "");
    }

    private static void send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(System.getProperty(URL) + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            CLIENT.send(request, BodyHandlers.discarding());
        } catch (IOException notSent) {
            throw new UncheckedIOException(notSent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().replace("/v1/orders", "").replace("/", "");
        switch (exchange.getRequestMethod()) {
            case "PUT" -> orders.put(id, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            case "DELETE" -> orders.clear();
            default -> {}
        }
        var query = Optional.ofNullable(exchange.getRequestURI().getQuery());
        var answer = id.isEmpty() ? query.map(this::page).orElse("{}") : one(id);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var body = Optional.ofNullable(answer).orElse("{}").getBytes(UTF_8);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private @Nullable String one(String id) {
        LockSupport.parkNanos(orders.containsKey(SLOW) ? 1_000_000_000 : 0);
        var answer = orders.get(id);
        var later = orders.remove(id + LATER);
        if (answer != null && later != null) {
            orders.put(id, answer.replaceAll("\"status\":\"\\w+\"", "\"status\":\"" + later + "\""));
        }
        return answer;
    }

    /** A page of the orders with a status, from behind an id on; the cursor is that id. */
    private String page(String query) {
        var asked = Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
        var limit = Integer.parseInt(asked.getOrDefault("limit", "50"));
        var found = orders.entrySet().stream()
                .filter(order -> order.getValue().contains("\"status\":\"" + asked.get("status") + "\""))
                .filter(order -> order.getKey().compareTo(asked.getOrDefault("after", "g")) < 0)
                .limit(limit + 1L)
                .toList();
        var items = found.stream().limit(limit).map(Map.Entry::getValue).collect(Collectors.joining(","));
        var next = found.size() > limit ? "\"" + found.get(limit - 1).getKey() + "\"" : "null";
        return "{\"items\":[%s],\"page\":{\"limit\":%d,\"next\":%s}}".formatted(items, limit, next);
    }
}
