package io.duplex.inventory.reservation;

import static io.duplex.inventory.Warehouse.available;
import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.awaitShipment;
import static io.duplex.inventory.Warehouse.change;
import static io.duplex.inventory.Warehouse.dispatch;
import static io.duplex.inventory.Warehouse.ledger;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.reservation;
import static io.duplex.inventory.Warehouse.shipment;
import static io.duplex.inventory.Warehouse.staff;
import static io.duplex.inventory.Warehouse.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.TestTopics;
import io.duplex.inventory.OrderDesk;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class ExpiryComponentTest {
    private final Warehouse warehouse = new Warehouse();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void givesBackWhatWasKeptForTooLong() {
        var sku = warehouse.product(10, 5, 8);
        var created = orderCreated(order, Map.of(sku, 6));
        warehouse.hears(created);
        awaitReservation(order, "ACTIVE");

        runsOut(List.of(order));

        var shown = awaitReservation(order, "EXPIRED");
        assertThat(shown.getString("expiresAt")).isNull();
        assertThat(stock(sku).getLong("available")).isEqualTo(10);
        assertThat(stock(sku).getString("lowState")).isEqualTo("OK");
        assertThat(ledger(sku)).containsExactly("RELEASE", "ALLOCATION", "RECEIPT");
        var release = staff().get("/v1/stock/" + sku + "/movements").jsonPath();
        assertThat(release.getString("items[0].actor")).isEqualTo("inventory-service");
        assertThat(release.getString("items[0].reason")).isEqualTo("reservation expired");
        var fact = warehouse
                .awaitFacts("reservations", "ReservationExpired", order.toString(), 1)
                .get(0);
        assertThat(JsonPath.from(fact.value()).getList("lines")).containsExactly(Map.of("sku", sku, "quantity", 6));
        assertThat(TestTopics.header(fact, "ce_sequence")).contains("00000000000000000002");
        assertThat(TestTopics.header(fact, "ce_causationid"))
                .contains(created.id().toString());
        warehouse.awaitFacts("stock", "InventoryReplenished", sku, 1);
    }

    @Test
    void hasNothingMoreToGiveBackWhenTheOrderEndsAfterwards() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        runsOut(List.of(order));
        awaitReservation(order, "EXPIRED");

        warehouse.hears(orderCancelled(order));

        awaitShipment(id, "CANCELLED");
        assertThat(reservation(order).<String>path("status")).isEqualTo("EXPIRED");
        assertThat(available(sku)).isEqualTo(10);
        awaitEmptyOutbox();
        assertThat(warehouse.facts("reservations", "StockReleased", order.toString()))
                .isEmpty();
    }

    @Test
    void leavesWhatIsNotDueAlone() {
        var sku = warehouse.product(10);
        warehouse.hears(orderCreated(order, Map.of(sku, 4)));
        awaitReservation(order, "ACTIVE");

        awaitARound(sku);

        assertThat(reservation(order).<String>path("status")).isEqualTo("ACTIVE");
    }

    @Test
    void expiresHoweverManyAreDue() {
        var sku = warehouse.product(1_000);
        var orders = IntStream.range(0, 250).mapToObj(n -> UUID.randomUUID()).toList();
        orders.forEach(one -> warehouse.hears(orderCreated(one, Map.of(sku, 2))));
        await().atMost(Duration.ofSeconds(30)).until(() -> stock(sku).getLong("reserved"), held -> held == 500);

        runsOut(orders);

        await().atMost(Duration.ofSeconds(30)).until(() -> stock(sku).getLong("reserved"), held -> held == 0);
        requireSoundLedger(sku);
    }

    @Test
    void keepsWhatIsBeingDispatched() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        OrderDesk.answers(order, "503");
        dispatch(id).then().statusCode(503);
        assertThat(reservation(order).<String>path("expiresAt")).isNull();

        awaitARound(sku);

        assertThat(reservation(order).<String>path("status")).isEqualTo("ACTIVE");
        OrderDesk.answers(order, "200");
        awaitShipment(id, "DISPATCHED");
    }

    @Test
    void eitherShipsOrExpiresNeverBoth() {
        var sku = warehouse.product(1_000);
        var orders = new LinkedHashMap<UUID, String>();
        IntStream.range(0, 40).forEach(n -> {
            var one = UUID.randomUUID();
            orders.put(one, warehouse.shipmentOf(one, sku, 3));
        });

        var expiry = CompletableFuture.runAsync(() -> orders.keySet().forEach(one -> runsOut(List.of(one))));
        orders.values().parallelStream().forEach(Warehouse::dispatch);
        expiry.join();
        awaitARound(sku);

        var shipped = orders.entrySet().stream()
                .filter(one -> shipment(one.getValue()).path("status").equals("DISPATCHED"))
                .toList();
        orders.forEach((one, id) -> assertThat(shipment(id).<String>path("status"))
                .isEqualTo(reservation(one).path("status").equals("COMMITTED") ? "DISPATCHED" : "READY"));
        assertThat(stock(sku).getLong("onHand")).isEqualTo(1_000 - 3 * shipped.size());
        assertThat(stock(sku).getLong("reserved")).isZero();
        requireSoundLedger(sku);
    }

    /** Their time is up: unless the service has taken their expiry away, as it does before it dispatches. */
    private static void runsOut(List<UUID> orders) {
        var ids = orders.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        change(
                "UPDATE reservation SET expires_at = now() WHERE order_id = ANY(?::uuid[]) AND expires_at IS NOT NULL",
                ids);
    }

    /** Something else runs out, so what was due before has run out, too. */
    private void awaitARound(String sku) {
        var other = UUID.randomUUID();
        warehouse.hears(orderCreated(other, Map.of(sku, 1)));
        awaitReservation(other, "ACTIVE");
        runsOut(List.of(other));
        awaitReservation(other, "EXPIRED");
    }

    private static void requireSoundLedger(String sku) {
        assertThat(number("SELECT sum(on_hand_change) FROM stock_movement WHERE sku = ?", sku))
                .isEqualTo(stock(sku).getLong("onHand"));
        assertThat(number("SELECT sum(reserved_change) FROM stock_movement WHERE sku = ?", sku))
                .isEqualTo(stock(sku).getLong("reserved"));
        assertThat(number(
                        """
                        SELECT count(*) FROM (
                          SELECT FROM stock_movement WHERE sku = ? AND type IN ('SALE', 'RELEASE')
                           GROUP BY reference HAVING count(*) > 1)""",
                        sku))
                .isZero();
    }
}
