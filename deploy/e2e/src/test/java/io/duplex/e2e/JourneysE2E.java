package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

class JourneysE2E {
    private final RunningSuite suite = RunningSuite.shared();
    private final Client client = Client.withContact(suite);

    @Test
    void anOrderIsConfirmedInvoicedAndTold() {
        var sku = client.sells("49.90", 100, 10);

        var placed = client.place(sku, 2);

        placed.then().statusCode(201).body("status", equalTo("PENDING")).body("total.amount", equalTo("99.80"));
        String id = placed.path("id");
        soon().untilAsserted(() -> assertThat(client.status(id)).isEqualTo("CONFIRMED"));
        soon().untilAsserted(() -> client.invoices(id)
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("ISSUED"))
                .body("items[0].number", matchesPattern("INV-\\d{4}-\\d{6}"))
                .body("items[0].net.amount", equalTo("99.80"))
                .body("items[0].gross.amount", equalTo("118.76")));
        soon().untilAsserted(() ->
                client.stock(sku).then().body("onHand", equalTo(100)).body("reserved", equalTo(2)));
        soon().untilAsserted(() -> assertThat(client.mailTo(client.email())).hasSize(2));
        soon().untilAsserted(() -> client.asCustomer()
                .get("/v1/notifications?channel=SMS&orderId=" + id)
                .then()
                .body("items.status", equalTo(List.of("SENT"))));
    }

    @Test
    void anOrderBeyondTheStockIsRefusedAtOnce() {
        var sku = client.sells("49.90", 3, 1);

        client.place(sku, 4)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("insufficient-stock"))
                .body("shortages[0].available", equalTo(3));
    }

    @Test
    void anOrderOfAnUnknownProductIsRefusedAtOnce() {
        client.place("NEVER-HEARD-OF", 1)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-sku"))
                .body("errors[0].pointer", equalTo("#/lines/0/sku"));
    }

    @Test
    void ofTwoOrdersThatRaceForTheLastPieceOneIsRejectedAndTold() throws Exception {
        var sku = client.sells("49.90", 1, 0);
        var racing = Executors.newFixedThreadPool(2);
        Callable<String> order =
                () -> client.place(sku, 1).then().statusCode(201).extract().path("id");
        // Inventory's answer is fine for both: the reservation alone decides.
        suite.processes().freeze("kafka");
        List<Future<String>> placed;
        try {
            placed = racing.invokeAll(List.of(order, order));
        } finally {
            suite.processes().thaw("kafka");
            racing.shutdown();
        }

        var ids = List.of(placed.get(0).get(), placed.get(1).get());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(statuses(ids)).containsExactlyInAnyOrder("CONFIRMED", "REJECTED"));
        var rejected = ids.stream()
                .filter(id -> client.status(id).equals("REJECTED"))
                .findFirst()
                .orElseThrow();
        soon().untilAsserted(() -> client.invoices(rejected).then().body("items[0].status", equalTo("DISCARDED")));
        client.stock(sku).then().body("onHand", equalTo(1)).body("available", equalTo(0));
    }

    @Test
    void aCancelledOrderGivesItsStockBackAndIsCredited() {
        var sku = client.sells("10.00", 50, 5);
        String id = client.place(sku, 5).path("id");
        soon().untilAsserted(() -> client.invoices(id).then().body("items[0].status", equalTo("ISSUED")));

        client.asCustomer()
                .body("{\"reason\":\"changed my mind\"}")
                .post("/v1/orders/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));

        soon().untilAsserted(() -> client.stock(sku).then().body("available", equalTo(50)));
        soon().untilAsserted(() -> client.invoices(id)
                .then()
                .body("items[0].status", equalTo("CREDITED"))
                .body("items[0].creditNotes", hasSize(1)));
        // confirmed, invoiced, cancelled, credited
        soon().untilAsserted(() -> assertThat(client.mailTo(client.email())).hasSize(4));
    }

    @Test
    void aSkuThatFallsToItsThresholdIsToldToTheStaffOnce() {
        var alerts = "stock-" + UUID.randomUUID() + "@duplex.example";
        client.asStaff()
                .body(Map.of("recipients", List.of(Map.of("channel", "EMAIL", "address", alerts))))
                .put("/v1/alert-recipients")
                .then()
                .statusCode(200);
        var sku = client.sells("5.00", 12, 10);

        Stream.of(1, 1, 1, 1).map(quantity -> client.place(sku, quantity)).forEach(order -> order.then()
                .statusCode(201));

        soon().untilAsserted(() ->
                client.stock(sku).then().body("available", equalTo(8)).body("lowState", equalTo("LOW")));
        soon().untilAsserted(() -> assertThat(client.mailTo(alerts).filter(subject -> subject.contains(sku)))
                .hasSize(1));
    }

    @Test
    void aReconciliationFindsNothingWrongWithAnOrder() {
        var sku = client.sells("10.00", 50, 5);
        String id = client.place(sku, 5).path("id");
        soon().untilAsserted(() -> assertThat(client.status(id)).isEqualTo("CONFIRMED"));

        var report = client.asAdmin()
                .post("/v1/stock/reconcile")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(report.getString("orders")).isNotEqualTo("UNREACHABLE");
        assertThat(report.getList("drifts.sku")).doesNotContain(sku);
        assertThat(report.getList("drifts.reference")).doesNotContain(id);
    }

    private List<String> statuses(List<String> ids) {
        return ids.stream().map(client::status).toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
    }
}
