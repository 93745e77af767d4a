package io.duplex.inventory;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.stubs.StubsTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the tests of this service do again and again, as staff and the neighbours would. */
public final class Warehouse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    /** A new product with these thresholds and this stock; its SKU. */
    public String product(long stock, long low, long clear) {
        var sku = "SKU-" + UUID.randomUUID();
        createProduct(
                        """
                        {"sku":"%s","name":"Oak chair","unitPrice":{"amount":"49.90","currency":"EUR"},
                         "taxCategory":"STANDARD","lowThreshold":%d,"clearThreshold":%d,"initialStock":%d}"""
                                .formatted(sku, low, clear, stock))
                .then()
                .statusCode(201);
        return sku;
    }

    /** A new product that is never low; its SKU. */
    public String product(long stock) {
        return product(stock, 0, 1);
    }

    public static RequestSpecification as(String subject, String... roles) {
        return given().auth().oauth2(StubsTestResource.token(subject, roles)).contentType("application/json");
    }

    public static RequestSpecification staff() {
        return as("clerk-1", "staff");
    }

    public static Response createProduct(String body) {
        return staff().header("Idempotency-Key", UUID.randomUUID()).body(body).post("/v1/products");
    }

    public static Response move(String sku, String type, long quantity) {
        return staff().header("Idempotency-Key", UUID.randomUUID())
                .body("{\"type\":\"%s\",\"quantity\":%d}".formatted(type, quantity))
                .post("/v1/stock/" + sku + "/movements");
    }

    /** Changes only what counts as low, whatever the product's version is. */
    public static Response changeThresholds(String sku, int low, int clear) {
        return staff().header("If-Match", "*")
                .body(
                        """
                        {"name":"Oak chair","unitPrice":{"amount":"49.90","currency":"EUR"},"taxCategory":"STANDARD",
                         "active":true,"lowThreshold":%d,"clearThreshold":%d}"""
                                .formatted(low, clear))
                .put("/v1/products/" + sku);
    }

    public static JsonPath stock(String sku) {
        return staff().get("/v1/stock/" + sku).jsonPath();
    }

    public static long available(String sku) {
        return stock(sku).getLong("available");
    }

    public static Response reservation(UUID orderId) {
        return staff().get("/v1/reservations/" + orderId);
    }

    /** The fact that an order wants so many pieces of some SKUs. */
    public static Sent orderCreated(UUID orderId, Map<String, Integer> quantities) {
        var lines = quantities.entrySet().stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d,\"colour\":\"unknown to this consumer\"}"
                        .formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining(","));
        return Sent.of(
                "duplex.OrderCreated.v1",
                orderId.toString(),
                "{\"orderId\":\"%s\",\"customerId\":\"c-1\",\"lines\":[%s]}".formatted(orderId, lines));
    }

    public static Sent orderCancelled(UUID orderId) {
        return Sent.of(
                "duplex.OrderCancelled.v1",
                orderId.toString(),
                "{\"orderId\":\"%s\",\"customerId\":\"c-1\",\"reason\":\"no longer needed\"}".formatted(orderId));
    }

    /** The fact that all of an order's stock is reserved, as order-service tells it. */
    public static Sent orderConfirmed(UUID orderId) {
        return orderIs("OrderConfirmed", orderId);
    }

    /** The fact that an order's reservation ran out. */
    public static Sent orderExpired(UUID orderId) {
        return orderIs("OrderExpired", orderId);
    }

    public static Sent orderShipped(UUID orderId, String shipmentId) {
        return Sent.of(
                "duplex.OrderShipped.v1",
                orderId.toString(),
                "{\"orderId\":\"%s\",\"customerId\":\"c-1\",\"shipmentId\":\"%s\"}".formatted(orderId, shipmentId));
    }

    private static Sent orderIs(String fact, UUID orderId) {
        return Sent.of(
                "duplex." + fact + ".v1",
                orderId.toString(),
                "{\"orderId\":\"%s\",\"customerId\":\"c-1\",\"colour\":\"unknown to this consumer\"}"
                        .formatted(orderId));
    }

    /** A confirmed order of so many pieces; its shipment's id, once it is READY. */
    public String shipmentOf(UUID orderId, String sku, int quantity) {
        hears(orderCreated(orderId, Map.of(sku, quantity)));
        hears(orderConfirmed(orderId));
        return await().atMost(PATIENCE)
                .until(
                        () -> staff().get("/v1/shipments?orderId=" + orderId)
                                .jsonPath()
                                .<String>getList("items.id"),
                        found -> found.size() == 1)
                .get(0);
    }

    public static Response shipment(String id) {
        return staff().get("/v1/shipments/" + id);
    }

    public static Response dispatch(String id) {
        return staff().post("/v1/shipments/" + id + "/dispatch");
    }

    /** Waits until a shipment has this status. */
    public static JsonPath awaitShipment(String id, String status) {
        return await().atMost(PATIENCE)
                .until(() -> shipment(id), found -> status.equals(found.path("status")))
                .jsonPath();
    }

    /** The types of a SKU's movements, newest first. */
    public static List<String> ledger(String sku) {
        return staff().get("/v1/stock/" + sku + "/movements").jsonPath().getList("items.type");
    }

    public void hears(Sent event) {
        topics.send("orders", event);
    }

    /** Waits until an order's reservation has this status. */
    public static JsonPath awaitReservation(UUID orderId, String status) {
        return await().atMost(PATIENCE)
                .until(() -> reservation(orderId), found -> status.equals(found.path("status")))
                .jsonPath();
    }

    /** The facts of a type under a key, once there are so many. */
    public List<ConsumerRecord<String, String>> awaitFacts(String topic, String name, String key, int count) {
        return await().atMost(PATIENCE).until(() -> facts(topic, name, key), found -> found.size() == count);
    }

    public List<ConsumerRecord<String, String>> facts(String topic, String name, String key) {
        return topics.read(topic, "duplex." + name + ".v1", key);
    }

    /** All facts of one name, under any key. */
    public List<ConsumerRecord<String, String>> factsNamed(String topic, String name) {
        return topics.read(
                topic, fact -> TestTopics.header(fact, "ce_type").equals(Optional.of("duplex." + name + ".v1")));
    }

    /** All facts under a key. */
    public List<ConsumerRecord<String, String>> facts(String topic, String key) {
        return topics.read(topic, fact -> key.equals(fact.key()));
    }

    /** Waits until all that was published so far has left the outbox. */
    public static void awaitEmptyOutbox() {
        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM outbox"), unsent -> unsent == 0);
    }

    /** The single number that a query gives, read as the superuser. */
    public static long number(String query, Object... parameters) {
        try (var connection = DuplexTestResource.postgres().connect("inventory");
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException | IOException notAnswered) {
            throw new IllegalStateException(notAnswered);
        }
    }

    /** Changes the database behind the service's back, as the superuser. */
    public static int change(String statement, Object... parameters) {
        try (var connection = DuplexTestResource.postgres().connect("inventory");
                var prepared = connection.prepareStatement(statement)) {
            for (var i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException | IOException notAnswered) {
            throw new IllegalStateException(notAnswered);
        }
    }

    /** Removes all products with their stock, and all reservations. */
    public static void empty() {
        change("TRUNCATE product, stock_level, stock_movement, reservation, reservation_line CASCADE");
    }

    @Override
    public void close() {
        topics.close();
    }
}
