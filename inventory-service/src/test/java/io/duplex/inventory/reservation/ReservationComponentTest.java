package io.duplex.inventory.reservation;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.available;
import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.reservation;
import static io.duplex.inventory.Warehouse.staff;
import static io.duplex.inventory.Warehouse.stock;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.embedded.TestTopics;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class ReservationComponentTest {
    private final Warehouse warehouse = new Warehouse();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void reservesAllLinesAndTellsOfIt() {
        var chair = warehouse.product(10);
        var table = warehouse.product(5);
        var event = orderCreated(order, Map.of(chair, 4, table, 5));

        warehouse.hears(event);

        var shown = awaitReservation(order, "ACTIVE");
        assertThat(shown.getList("lines.quantity", Integer.class)).containsExactlyInAnyOrder(4, 5);
        assertThat(Instant.parse(shown.getString("expiresAt")))
                .isCloseTo(Instant.parse(shown.getString("createdAt")).plus(Duration.ofDays(14)), within(1, SECONDS));
        assertThat(stock(chair).getLong("onHand")).isEqualTo(10);
        assertThat(stock(chair).getLong("reserved")).isEqualTo(4);
        assertThat(available(table)).isZero();
        var fact = warehouse
                .awaitFacts("reservations", "StockReserved", order.toString(), 1)
                .get(0);
        assertThat(JsonPath.from(fact.value()).getList("lines.sku", String.class))
                .containsExactlyInAnyOrder(chair, table);
        assertThat(TestTopics.header(fact, "ce_correlationid")).contains(order.toString());
        assertThat(TestTopics.header(fact, "ce_causationid"))
                .contains(event.id().toString());
        var level = warehouse.awaitFacts("stock", "StockLevelChanged", chair, 3).get(2);
        assertThat(JsonPath.from(level.value()).getLong("available")).isEqualTo(6);
    }

    @Test
    void writesTheLedger() {
        var sku = warehouse.product(10);
        warehouse.hears(orderCreated(order, Map.of(sku, 4)));
        awaitReservation(order, "ACTIVE");
        warehouse.hears(orderCancelled(order));
        awaitReservation(order, "RELEASED");

        var ledger = staff().get("/v1/stock/" + sku + "/movements").jsonPath();

        assertThat(ledger.getList("items.type")).containsExactly("RELEASE", "ALLOCATION", "RECEIPT");
        assertThat(ledger.getList("items.quantity")).containsExactly(-4, 4, 10);
        assertThat(ledger.getList("items.balanceAfter")).containsExactly(10, 10, 10);
        assertThat(ledger.getList("items.reservedAfter")).containsExactly(0, 4, 0);
        assertThat(ledger.getString("items[0].reference")).isEqualTo(order.toString());
        assertThat(ledger.getString("items[0].actor")).isEqualTo("order-service");
    }

    @Test
    void rejectsAllLinesWhenOneIsShort() {
        var chair = warehouse.product(10);
        var table = warehouse.product(5);

        warehouse.hears(orderCreated(order, Map.of(chair, 4, table, 6)));

        var shown = awaitReservation(order, "REJECTED");
        assertThat(shown.getList("shortages")).containsExactly(Map.of("sku", table, "requested", 6, "available", 5));
        assertThat(shown.getString("expiresAt")).isNull();
        assertThat(available(chair)).isEqualTo(10);
        var fact = warehouse
                .awaitFacts("reservations", "StockRejected", order.toString(), 1)
                .get(0);
        assertThat(JsonPath.from(fact.value()).getList("shortages"))
                .containsExactly(Map.of("sku", table, "requested", 6, "available", 5));
    }

    @Test
    void rejectsUnknownSkus() {
        warehouse.hears(orderCreated(order, Map.of("NEVER-HEARD-OF", 1)));

        assertThat(awaitReservation(order, "REJECTED").getInt("shortages[0].available"))
                .isZero();
    }

    @Test
    void releasesWhatACancelledOrderHeld() {
        var sku = warehouse.product(10);
        warehouse.hears(orderCreated(order, Map.of(sku, 4)));
        var cancelled = orderCancelled(order);
        warehouse.hears(cancelled);

        var shown = awaitReservation(order, "RELEASED");

        assertThat(shown.getString("expiresAt")).isNull();
        assertThat(available(sku)).isEqualTo(10);
        var fact = warehouse
                .awaitFacts("reservations", "StockReleased", order.toString(), 1)
                .get(0);
        assertThat(JsonPath.from(fact.value()).getList("lines")).containsExactly(Map.of("sku", sku, "quantity", 4));
        assertThat(TestTopics.header(fact, "ce_causationid"))
                .contains(cancelled.id().toString());
        assertThat(TestTopics.header(fact, "ce_sequence")).contains("00000000000000000002");
    }

    @Test
    void hasNothingToReleaseForARejectedOrder() {
        var sku = warehouse.product(3);
        warehouse.hears(orderCreated(order, Map.of(sku, 4)));
        warehouse.hears(orderCancelled(order));
        settle(sku);

        assertThat((String) reservation(order).path("status")).isEqualTo("REJECTED");
        assertThat(available(sku)).isEqualTo(2);
        assertThat(warehouse.facts("reservations", "StockReleased", order.toString()))
                .isEmpty();
    }

    @Test
    void takesADuplicateDeliveryAsOne() {
        var sku = warehouse.product(10);
        var created = orderCreated(order, Map.of(sku, 4));
        var cancelled = orderCancelled(order);

        for (var event : List.of(created, created, cancelled, cancelled, created)) {
            warehouse.hears(event);
        }
        settle(sku);

        assertThat(available(sku)).isEqualTo(9);
        assertThat(warehouse.facts("reservations", "StockReserved", order.toString()))
                .hasSize(1);
        assertThat(warehouse.facts("reservations", "StockReleased", order.toString()))
                .hasSize(1);
        assertThat(number("SELECT count(*) FROM stock_movement WHERE reference = ?", order.toString()))
                .isEqualTo(2);
    }

    @Test
    void decidesAnOrderOnceWhateverTheEventIsCalled() {
        var sku = warehouse.product(10);
        warehouse.hears(orderCreated(order, Map.of(sku, 40)));
        awaitReservation(order, "REJECTED");
        Warehouse.move(sku, "RECEIPT", 100);

        warehouse.hears(orderCreated(order, Map.of(sku, 40)));
        settle(sku);

        assertThat((String) reservation(order).path("status")).isEqualTo("REJECTED");
        assertThat(available(sku)).isEqualTo(109);
        assertThat(warehouse.facts("reservations", "StockReserved", order.toString()))
                .isEmpty();
        assertThat(warehouse.facts("reservations", "StockRejected", order.toString()))
                .hasSize(1);
    }

    @Test
    void showsReservationsToStaffAndServices() {
        var sku = warehouse.product(10);
        warehouse.hears(orderCreated(order, Map.of(sku, 1)));
        awaitReservation(order, "ACTIVE");

        as("order-service", "service").get("/v1/reservations/" + order).then().statusCode(200);
        as("c-1", "customer").get("/v1/reservations/" + order).then().statusCode(403);
        for (var unknown : List.of(UUID.randomUUID().toString(), "no-uuid")) {
            staff().get("/v1/reservations/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("reservation-not-found"));
        }
    }

    /** One piece goes to an order under the same key, so all that was sent under it before has had its effect. */
    private void settle(String sku) {
        var marker = UUID.randomUUID();
        var last = orderCreated(marker, Map.of(sku, 1));
        warehouse.hears(new TestTopics.Sent(last.id(), last.type(), order.toString(), 1, last.json()));
        awaitReservation(marker, "ACTIVE");
        awaitEmptyOutbox();
    }
}
