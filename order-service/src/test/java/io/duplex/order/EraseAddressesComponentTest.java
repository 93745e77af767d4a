package io.duplex.order;

import static io.duplex.order.Shop.as;
import static io.duplex.order.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class EraseAddressesComponentTest {
    /** 2 500 orders, of which one goes to somebody who is called as if it had been erased. */
    private static final String ENDED =
            """
            INSERT INTO orders (id, customer_id, status, availability, currency, total, name, street, postal_code, city,
                                country, created_at, updated_at)
            SELECT gen_random_uuid(), '%s', 'CANCELLED', 'CONFIRMED', 'EUR', 1, CASE number WHEN 7 THEN 'erased' ELSE 'A' END,
                   'Main St 2', 'C', 'D', 'DE', now(), now()
              FROM generate_series(1, 2500) AS number
            """;

    private final Shop shop = new Shop();
    private final String leaver = "c-" + UUID.randomUUID();
    private String wanted;

    @BeforeEach
    void sell() {
        wanted = order(shop.sells("49.90", 100), 1);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void erasesTheAddressesOfEndedOrdersOnly() {
        String ended = place(leaver, "1").path("id");
        String open = place(leaver, "2").path("id");
        String foreign = place("c-stays", UUID.randomUUID().toString()).path("id");
        cancel(leaver, ended);
        cancel("c-stays", foreign);

        erase(leaver).then().statusCode(204);

        read(leaver, ended)
                .then()
                .body("shippingAddress.name", equalTo("erased"))
                .body("shippingAddress.street", equalTo("erased"))
                .body("shippingAddress.postalCode", equalTo("erased"))
                .body("shippingAddress.city", equalTo("erased"))
                .body("shippingAddress.country", equalTo("DE"))
                .body("version", equalTo(3));
        read(leaver, open).then().body("shippingAddress.street", equalTo("Main St 1"));
        read("c-stays", foreign).then().body("shippingAddress.street", equalTo("Main St 1"));
    }

    @Test
    void leavesNoAddressInTheAnswersForRetriesWhoeverAsked() throws Exception {
        var first = place(leaver, "3");
        as("clerk-7", "staff")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"customerId\":\"" + leaver + "\"," + wanted.substring(1))
                .post("/v1/orders")
                .then()
                .statusCode(201);

        erase(leaver).then().statusCode(204);

        assertThat(keptAnswers()).hasSize(2).noneMatch(body -> body.contains("Main St") || body.contains("Buyer"));
        place(leaver, "3")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.<String>path("id")));
    }

    /** More than one part of orders, and an answer that lies some hours back, after hours without any. */
    @Test
    void erasesManyOrdersAndOldAnswers() throws Exception {
        place(leaver, "4");
        Shop.sql(
                "UPDATE idempotency_key SET created_at = now() - interval '5 hours' WHERE body LIKE '%" + leaver + "%'",
                ENDED.formatted(leaver));

        erase(leaver).then().statusCode(204);

        assertThat(keptAnswers()).hasSize(1).noneMatch(body -> body.contains("Main St"));
        assertThat(strings("SELECT id FROM orders WHERE customer_id = '" + leaver + "' AND street = 'Main St 2'"))
                .isEmpty();
    }

    @Test
    void knowsNobodyWhoHasNeverOrdered() {
        for (var nobody : List.of("c-nobody", "a%00b")) {
            erase(nobody).then().statusCode(404).body("code", equalTo("customer-not-found"));
        }
    }

    @Test
    void isForAdminsAlone() {
        as("clerk-7", "staff")
                .delete("/v1/orders/customers/" + leaver + "/addresses")
                .then()
                .statusCode(403);
    }

    private Response place(String customer, String key) {
        return as(customer, "customer")
                .header("Idempotency-Key", key)
                .body(wanted)
                .post("/v1/orders");
    }

    private static void cancel(String customer, String order) {
        as(customer, "customer").post("/v1/orders/" + order + "/cancel").then().statusCode(200);
    }

    private static Response read(String customer, String order) {
        return as(customer, "customer").get("/v1/orders/" + order);
    }

    private static Response erase(String customer) {
        return as("admin-1", "admin")
                .urlEncodingEnabled(false)
                .delete("/v1/orders/customers/" + customer + "/addresses");
    }

    private List<String> keptAnswers() throws Exception {
        return strings("SELECT body FROM idempotency_key WHERE body LIKE '%" + leaver + "%'");
    }

    private static List<String> strings(String sql) throws Exception {
        try (var connection = DuplexTestResource.postgres().connect("orders");
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
