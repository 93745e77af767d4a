package io.duplex.order.timeline;

import static io.duplex.order.Shop.as;
import static io.duplex.order.Shop.customer;
import static io.duplex.order.Shop.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.order.RunningOrderService;
import io.duplex.order.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class TimelineComponentTest {
    private static final String INVOICE =
            """
            {"orderId":"%s","number":"INV-2026-000017","gross":{"amount":"118.76","currency":"EUR"},
             "dueDate":"2026-12-21","buyer":"A. Buyer"}""";

    private final Shop shop = new Shop();
    private final String request = "req-" + UUID.randomUUID();
    private String id;

    @BeforeEach
    void placeAnOrder() {
        var wanted = order(shop.sells("49.90", 100), 2);
        id = customer()
                .header("X-Request-Id", request)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(wanted)
                .post("/v1/orders")
                .path("id");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void tellsEveryFactOfAllServicesAndHowOneLedToTheOther() {
        var reserved = shop.tellOf(id, "reservations", "StockReserved", lines(), factId("OrderCreated"));
        var invoiced = shop.tellOf(id, "invoices", "InvoiceIssued", INVOICE.formatted(id), factId("OrderConfirmed"));
        var message = "{\"channel\":\"EMAIL\",\"template\":\"invoice-issued\",\"orderId\":\"%s\"}".formatted(id);
        shop.tellOf(id, "notifications", "NotificationSent", message, invoiced.toString());

        var facts = facts("NotificationSent");

        assertThat(facts.getList("items.type"))
                .containsExactly(
                        "RequestAccepted",
                        "OrderCreated",
                        "StockReserved",
                        "OrderConfirmed",
                        "InvoiceIssued",
                        "NotificationSent");
        assertThat(facts.getString("items[0].eventId")).isEqualTo(request);
        assertThat(facts.getString("items[1].causationId")).isEqualTo(request);
        assertThat(facts.getString("items[1].source")).isEqualTo("order-service");
        assertThat(facts.getString("items[3].causationId")).isEqualTo(reserved.toString());
        assertThat(facts.getString("items[4].summary"))
                .isEqualTo("Invoice INV-2026-000017 issued: 118.76 EUR, due 2026-12-21");
        assertThat(facts.<String>getList("items.at").stream().map(Instant::parse))
                .isSorted();
        assertConnected(facts);
    }

    @Test
    void leadsFromTheGoodsArrivalToWhoSaidSo() {
        var parcel = "{\"shipmentId\":\"%s\",\"orderId\":\"%s\"}".formatted(UUID.randomUUID(), shop.ships(id));
        var delivered = shop.tellOf(id, "shipments", "ShipmentDelivered", parcel, "req-arrived");

        var facts = facts("OrderCompleted");

        assertThat(facts.getString("items.find { it.type == 'OrderCompleted' }.causationId"))
                .isEqualTo(delivered.toString());
        assertThat(facts.getString("items.find { it.type == 'ShipmentDelivered' }.causationId"))
                .isEqualTo("req-arrived");
        assertThat(facts.getString("items.find { it.eventId == 'req-arrived' }.summary"))
                .isEqualTo("Asked to say that the goods have arrived");
    }

    @Test
    void tellsOfTwoRequestsThatTheirCallerHasGivenOneId() {
        customer()
                .header("X-Request-Id", request)
                .post("/v1/orders/" + id + "/cancel")
                .then()
                .statusCode(200);

        assertThat(facts("OrderCancelled").getList("items.findAll { it.eventId == '" + request + "' }.summary"))
                .containsExactly("Asked to place the order", "Asked to cancel the order");
    }

    @Test
    void keepsAFactOnceHoweverOftenItIsTold() throws Exception {
        var fact = shop.tellOf(id, "invoices", "InvoiceIssued", INVOICE.formatted(id), null);
        facts("InvoiceIssued");
        forgetClaims();

        shop.tellAgain(fact, id, "invoices", "InvoiceIssued", INVOICE.formatted(id));
        shop.tellOf(id, "invoices", "InvoicePaid", "{\"orderId\":\"%s\"}".formatted(id), null);

        assertThat(facts("InvoicePaid").getList("items.type").stream().filter("InvoiceIssued"::equals))
                .hasSize(1);
    }

    @Test
    void tellsOfTypesThatNobodyKnewWhenItWasBuiltAndStoresNothingPersonal() throws Exception {
        shop.tellOf(
                id,
                "shipments",
                "ParcelLeftWithNeighbour",
                "{\"orderId\":\"%s\",\"name\":\"A. Buyer\"}".formatted(id),
                null);

        var facts = facts("ParcelLeftWithNeighbour");

        assertThat(facts.getString("items.find { it.type == 'ParcelLeftWithNeighbour' }.summary"))
                .isEqualTo("Parcel left with neighbour");
        assertThat(stored()).doesNotContain("Buyer").doesNotContain("Main St");
    }

    @Test
    void isNotStoppedByWhatCannotBeReadAndLeavesItToOthersToReport() {
        shop.topics.send("notifications", id, "junk".getBytes(UTF_8), Map.of());
        shop.topics.send("notifications", null, null, Map.of("ce_type", "duplex.NotificationSent.v1"));
        shop.tellOf(id, "notifications", "NotificationSent", "{\"orderId\":\"%s\"}".formatted(id), null);

        facts("NotificationSent");

        assertThat(as("op-1", "admin")
                        .get("/v1/dead-letters?consumer=order.timeline")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void isEmptyBeforeAnythingIsHeardAndUnknownToOthers() {
        as("c-2002", "customer")
                .get("/v1/orders/" + id + "/timeline")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-not-found"));
        as("clerk-7", "staff").get("/v1/orders/" + id + "/timeline").then().statusCode(200);
        customer().get("/v1/orders/" + UUID.randomUUID() + "/timeline").then().statusCode(404);
        customer().get("/v1/orders/17/timeline").then().statusCode(404);
    }

    /** Each cause is a fact that stands before, but for requests, which are the first. */
    private static void assertConnected(JsonPath facts) {
        var known = new HashSet<String>();
        for (Map<String, String> fact : facts.<Map<String, String>>getList("items")) {
            if (!"RequestAccepted".equals(fact.get("type"))) {
                assertThat(known).as("causes of %s", fact).contains(fact.get("causationId"));
            }
            known.add(fact.get("eventId"));
        }
    }

    private String factId(String type) {
        return facts(type).getString("items.find { it.type == '" + type + "' }.eventId");
    }

    private JsonPath facts(String until) {
        return await().until(
                        () -> customer().get("/v1/orders/" + id + "/timeline").jsonPath(),
                        facts -> facts.getList("items.type").contains(until));
    }

    private String lines() {
        return "{\"orderId\":\"%s\",\"lines\":[{\"sku\":\"CHAIR-OAK\",\"quantity\":2}]}".formatted(id);
    }

    private static void forgetClaims() throws Exception {
        execute("DELETE FROM inbox WHERE consumer = 'order.timeline'");
    }

    private static void execute(String sql) throws Exception {
        try (var connection = DuplexTestResource.postgres().connect("orders")) {
            connection.createStatement().execute(sql);
        }
    }

    private String stored() throws Exception {
        try (var connection = DuplexTestResource.postgres().connect("orders");
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT string_agg(fact::text, ' ') FROM timeline_fact AS fact WHERE order_id = '"
                                + id + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
