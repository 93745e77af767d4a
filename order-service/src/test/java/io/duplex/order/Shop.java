package io.duplex.order;

import static io.restassured.RestAssured.given;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.stubs.StubsTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What the tests of this service do again and again, as its neighbours and users would. */
final class Shop implements AutoCloseable {
    static final String CUSTOMER = "c-1001";
    private static final String ADDRESS =
            """
            {"name":"A. Buyer","street":"Main St 1","postalCode":"10115","city":"Berlin","country":"DE"}""";

    final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    /** Inventory tells of a product and its stock, and the view has taken it over. */
    String sells(String price, long available) {
        var sku = "SKU-" + UUID.randomUUID();
        tell(sku, price, available, 1);
        var order = order(sku, 1);
        Awaitility.await().until(() -> place(order).statusCode() == 201);
        return sku;
    }

    void tell(String sku, String price, long available, long sequence) {
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

    static String order(String sku, int quantity) {
        return """
                {"lines":[{"sku":"%s","quantity":%d}],"shippingAddress":%s}"""
                .formatted(sku, quantity, ADDRESS);
    }

    static RequestSpecification as(String subject, String... roles) {
        return given().auth().oauth2(StubsTestResource.token(subject, roles)).contentType("application/json");
    }

    static RequestSpecification customer() {
        return as(CUSTOMER, "customer");
    }

    static Response place(String body) {
        return place(UUID.randomUUID().toString(), body);
    }

    static Response place(String key, String body) {
        return customer().header("Idempotency-Key", key).body(body).post("/v1/orders");
    }

    static Response read(String id) {
        return customer().get("/v1/orders/" + id);
    }

    /** Changes rows behind the service's back, as the superuser. */
    static void sql(String... statements) {
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
