package io.duplex.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duplex.stubs.StubsTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Order-service as far as inventory-service sees it, outside of the tests' class loaders: it answers as it is told to, and
 * remembers who asked. Settings of the service under test that are too slow for tests are here, too.
 */
public final class OrderDesk implements QuarkusTestResourceLifecycleManager {
    /** Never answers. */
    public static final String HANG = "hang";
    /** What the issuer is called here: it can be told to hang, too. */
    public static final String TOKENS = "tokens";

    private static final String REQUESTS = ".requests";
    private static final String URL = "io.duplex.inventory.order-desk";
    private static final String ADDRESS =
            """
            {"name":"Łucja Őrsi","street":"Πλατεία 1","postalCode":"10115","city":"Berlin","country":"DE"}""";

    private final Map<String, String> moods = new ConcurrentHashMap<>();
    private final Map<String, List<String>> asked = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newCachedThreadPool());
            started.createContext("/v1/orders/", this::order);
            started.createContext("/desk/", this::control);
            started.createContext("/" + TOKENS, this::token);
            started.start();
            server = started;
            var url = "http://127.0.0.1:" + started.getAddress().getPort();
            System.setProperty(URL, url);
            return Map.of(
                    "inventory.order.url",
                    url,
                    "quarkus.oidc-client.token-path",
                    url + "/" + TOKENS,
                    "inventory.shipment.ask-again-after",
                    "PT1S",
                    "inventory.reservation.expire-every",
                    "PT0.2S",
                    "inventory.reconcile.within",
                    "PT10S");
        } catch (IOException notStarted) {
            throw new IllegalStateException(notStarted);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** From now on questions about an order are answered with this status, or never ({@link #HANG}); before with 200. */
    public static void answers(Object orderId, String mood) {
        RestAssured.given().body(mood).put(desk(orderId)).then().statusCode(200);
    }

    /** What was asked about an order: the question, the token's subject and roles, the actor and the body. */
    public static List<String> asked(Object orderId) {
        return RestAssured.given().get(desk(orderId)).asString().lines().toList();
    }

    /** The ids of the requests in which an order was asked about. */
    public static List<String> requests(Object orderId) {
        return asked(orderId + REQUESTS);
    }

    private static String desk(Object orderId) {
        return requireNonNull(System.getProperty(URL), "there is no desk") + "/desk/" + orderId;
    }

    private void order(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        var order = path[3];
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var question = exchange.getRequestMethod() + (path.length > 4 ? " " + path[4] : "");
        asked(order, "%s by %s for %s: %s".formatted(question, bearer(exchange), header(exchange, "X-Actor"), body));
        asked(order + REQUESTS, header(exchange, "X-Request-Id"));
        var mood = moods.getOrDefault(order, "200");
        if (mood.equals("200")) {
            answer(
                    exchange,
                    200,
                    """
                    {"id":"%s","status":"SHIPPED","shippingAddress":%s,"more":"than is needed"}"""
                            .formatted(order, ADDRESS));
        } else if (!mood.equals(HANG)) {
            answer(exchange, Integer.parseInt(mood), "{\"code\":\"illegal-transition\"}");
        }
    }

    /** Passes on what the issuer answers. */
    private void token(HttpExchange exchange) throws IOException {
        asked(TOKENS, exchange.getRequestMethod());
        if (!HANG.equals(moods.get(TOKENS))) {
            var issued = RestAssured.given()
                    .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                    .contentType("application/x-www-form-urlencoded")
                    .body(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .post(StubsTestResource.url() + "/dev/oauth/token");
            answer(exchange, issued.statusCode(), issued.asString());
        }
    }

    private void asked(String about, String question) {
        asked.computeIfAbsent(about, first -> Collections.synchronizedList(new ArrayList<>()))
                .add(question);
    }

    private static String bearer(HttpExchange exchange) {
        var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        var parts = header.split("\\.", -1);
        if (!header.startsWith("Bearer ") || parts.length != 3) {
            return "nobody";
        }
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        return claims.getString("sub") + claims.getJsonArray("groups").encode();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("nobody");
    }

    private void control(HttpExchange exchange) throws IOException {
        var order = exchange.getRequestURI().getPath().split("/", -1)[2];
        if (exchange.getRequestMethod().equals("PUT")) {
            moods.put(order, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        }
        answer(exchange, 200, String.join("\n", List.copyOf(asked.getOrDefault(order, List.of()))));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
