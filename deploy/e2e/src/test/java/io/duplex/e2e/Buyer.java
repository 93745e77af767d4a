package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.e2e.suite.RunningSuite;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer who orders one product again and again, by way of one replica or the other, past the gateway. */
final class Buyer {
    private static final String ORDER =
            """
            {"lines":[{"sku":"%s","quantity":1}],"shippingAddress":{"name":"A. Buyer",
             "street":"Main St 1","postalCode":"10115","city":"Berlin","country":"DE"}}""";

    private final RunningSuite suite;
    private final Client client;
    private final String sku;

    Buyer(RunningSuite suite) {
        this.suite = suite;
        this.client = Client.withContact(suite);
        this.sku = client.sells("2.00", 10_000, 0);
    }

    /** A new order's id. */
    String place(String replica) {
        var answer = place(replica, UUID.randomUUID().toString());
        return answer.then().statusCode(201).extract().path("id");
    }

    Response place(String replica, String key) {
        var request = client.asCustomer().baseUri(suite.run().url(replica)).header("Idempotency-Key", key);
        return request.body(ORDER.formatted(sku)).post("/v1/orders");
    }

    /** This customer, who follows an order of his. */
    Follower follow(String baseUrl, String order, @Nullable String lastEventId) {
        return new Follower(baseUrl, order, client.token(), lastEventId);
    }

    void cancel(String order) {
        client.asCustomer().post("/v1/orders/" + order + "/cancel").then().statusCode(200);
    }

    /** The ids of the facts in an order's timeline. */
    List<String> timeline(String order) {
        return client.asCustomer()
                .get("/v1/orders/" + order + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .path("items.eventId");
    }

    /** How many orders this customer has. */
    long orders() {
        return suite.databases()
                .count("orders", "SELECT count(*) FROM orders WHERE customer_id = '" + client.customer + "'");
    }

    void awaitConfirmed(List<String> ids) {
        var sql =
                "SELECT count(*) FROM orders WHERE status = 'CONFIRMED' AND id IN ('" + String.join("','", ids) + "')";
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(
                        () -> assertThat(suite.databases().count("orders", sql)).isEqualTo(ids.size()));
    }
}
