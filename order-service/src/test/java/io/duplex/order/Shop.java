package io.duplex.order;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.stubs.StubsTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What the tests of this service do again and again, as its neighbours and users would. */
public final class Shop implements AutoCloseable {
    public static final String CUSTOMER = "c-1001";
    private static final String ADDRESS =
            """
            {"name":"A. Buyer","street":"Main St 1","postalCode":"10115","city":"Berlin","country":"DE"}""";

    public final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    /** Inventory tells of a product and its stock, and the view has taken it over. */
    public String sells(String price, long available) {
        var sku = "SKU-" + UUID.randomUUID();
        tell(sku, price, available, 1);
        var order = order(sku, 1);
        Awaitility.await().until(() -> place(order).statusCode() == 201);
        return sku;
    }

    public void tell(String sku, String price, long available, long sequence) {
        topics.send(
                "stock",
                new Sent(
                        UUID.randomUUID(),
                        "duplex.ProductChanged.v1",
                        sku,
                        sequence,
                        """
                {"sku":"%s","name":"Oak chair","unitPrice":{"amount":"%s","currency":"EUR"},
                 "taxCategory":"STANDARD","active":true,"colour":"unknown to this consumer"}"""
                                .formatted(sku, price)));
        topics.send(
                "stock",
                new Sent(
                        UUID.randomUUID(),
                        "duplex.StockLevelChanged.v1",
                        sku,
                        sequence,
                        """
                {"sku":"%s","onHand":%d,"reserved":0,"available":%d,"lowState":"OK"}"""
                                .formatted(sku, available, available)));
    }

    /** Inventory tells that a product is not sold any more. */
    public void withdraw(String sku, long sequence) {
        topics.send(
                "stock",
                new Sent(
                        UUID.randomUUID(),
                        "duplex.ProductChanged.v1",
                        sku,
                        sequence,
                        """
                {"sku":"%s","name":"Oak chair","unitPrice":{"amount":"49.90","currency":"EUR"},
                 "taxCategory":"STANDARD","active":false}"""
                                .formatted(sku)));
    }

    /** Some service tells a fact about an order, and what led to it; its id. */
    public UUID tellOf(String order, String topic, String fact, String json, @Nullable String cause) {
        return tellOf(UUID.randomUUID(), order, topic, fact, json, cause);
    }

    /** The same fact is delivered once more. */
    public void tellAgain(UUID id, String order, String topic, String fact, String json) {
        tellOf(id, order, topic, fact, json, null);
    }

    private UUID tellOf(UUID id, String order, String topic, String fact, String json, @Nullable String cause) {
        var sent = new Sent(id, "duplex." + fact + ".v1", order, 1, json);
        var headers = new HashMap<>(sent.headers());
        if (cause != null) {
            headers.put("ce_causationid", cause);
        }
        topics.send(topic, order, json.getBytes(UTF_8), headers);
        return id;
    }

    /** Inventory has reserved the order's stock, and ships it. */
    public String ships(String order) {
        topics.send(
                "reservations",
                Sent.of("duplex.StockReserved.v1", order, "{\"orderId\":\"%s\",\"lines\":[]}".formatted(order)));
        Awaitility.await().until(() -> ship(order, UUID.randomUUID()).statusCode() == 200);
        return order;
    }

    static Response ship(String order, UUID shipment) {
        return as("inventory-service", "service")
                .header("X-Actor", "clerk-7")
                .body("{\"shipmentId\":\"" + shipment + "\"}")
                .post("/v1/orders/" + order + "/ship");
    }

    /** What inventory shipped has arrived. */
    void delivers(String order) {
        topics.send(
                "shipments",
                Sent.of(
                        "duplex.ShipmentDelivered.v1",
                        order,
                        """
                        {"shipmentId":"%s","orderId":"%s","trackingNumber":"00340434161094042557"}"""
                                .formatted(UUID.randomUUID(), order)));
    }

    public static String order(String sku, int quantity) {
        return """
                {"lines":[{"sku":"%s","quantity":%d}],"shippingAddress":%s}"""
                .formatted(sku, quantity, ADDRESS);
    }

    public static RequestSpecification as(String subject, String... roles) {
        return given().auth().oauth2(StubsTestResource.token(subject, roles)).contentType("application/json");
    }

    public static RequestSpecification customer() {
        return as(CUSTOMER, "customer");
    }

    public static Response place(String body) {
        return place(UUID.randomUUID().toString(), body);
    }

    static Response place(String key, String body) {
        return customer().header("Idempotency-Key", key).body(body).post("/v1/orders");
    }

    static Response read(String id) {
        return customer().get("/v1/orders/" + id);
    }

    /** Changes rows behind the service's back, as the superuser. */
    public static void sql(String... statements) {
        try (var connection = DuplexTestResource.postgres().connect("orders")) {
            for (var statement : statements) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException | IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
