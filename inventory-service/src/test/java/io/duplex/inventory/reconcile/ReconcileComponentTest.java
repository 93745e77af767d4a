package io.duplex.inventory.reconcile;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.change;
import static io.duplex.inventory.Warehouse.dispatch;
import static io.duplex.inventory.Warehouse.move;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderConfirmed;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.reservation;
import static io.duplex.inventory.Warehouse.staff;
import static io.duplex.inventory.Warehouse.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.inventory.Books;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of drift is made by the superuser, past the service; it alone is found, set right, and then nothing is. */
@QuarkusTest
@RunningInventoryService
class ReconcileComponentTest {
    private final Warehouse warehouse = new Warehouse();
    private String sku = "";
    private final UUID kept = UUID.randomUUID();
    private final UUID ended = UUID.randomUUID();

    /** 20 pieces, 4 of them for an order that stands; another one was cancelled. Low from 10 on, until 15. */
    @BeforeEach
    void settle() {
        Warehouse.empty();
        OrderBook.clear();
        sku = warehouse.product(22, 10, 15);
        order(kept, 4, "CONFIRMED");
        order(ended, 3, "CANCELLED");
        warehouse.hears(orderCancelled(ended));
        awaitReservation(ended, "RELEASED");
        move(sku, "ADJUSTMENT", -2);
        change("UPDATE reservation SET updated_at = updated_at - interval '1 hour'");
        assertThat(kinds(propose())).isEmpty();
    }

    @AfterEach
    void leave() {
        Warehouse.empty();
        OrderBook.clear();
        warehouse.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ON_HAND_OFF_LEDGER | SET_LEVEL | UPDATE stock_level SET on_hand = 25 | 20 | 25 | 20",
                "ON_HAND_OFF_LEDGER | SET_LEVEL | UPDATE stock_level SET on_hand = 12 | 20 | 12 | 20",
                "RESERVED_OFF_RESERVATIONS | SET_LEVEL | UPDATE stock_level SET reserved = 9 | 4 | 9 | 20",
                "MOVEMENTS_WITHOUT_LEVEL | OPEN_LEVEL | DELETE FROM stock_level | 20 | | 20",
                "BALANCES_BROKEN | COMPLETE_LEDGER | UPDATE stock_movement SET balance_after = 70 WHERE type = 'RECEIPT' | | | 20",
                "BALANCES_BROKEN | COMPLETE_LEDGER | UPDATE stock_movement SET on_hand_change = 30 WHERE type = 'RECEIPT' | | | 20",
                "BALANCES_BROKEN | COMPLETE_LEDGER | DELETE FROM stock_movement WHERE type = 'RECEIPT' | | | 20",
                "LOW_STATE_OFF_THRESHOLDS | JUDGE_LEVEL | UPDATE stock_level SET low_state = 'LOW' | | 16 | 20",
                "LOW_STATE_OFF_THRESHOLDS | JUDGE_LEVEL | UPDATE stock_level SET low_threshold = 16, clear_threshold = 18 | | 16 | 20"
            })
    void setsTheBooksOfASkuRight(
            String kind, String repair, String change, Long expected, Long found, long onHandAfter) {
        change(change);

        var proposed = propose();
        assertThat(kinds(proposed)).containsExactly(kind);
        assertThat(proposed.getLong("counts." + kind)).isEqualTo(1);
        assertThat(proposed.getString("drifts[0].sku")).isEqualTo(sku);
        assertThat(proposed.getString("drifts[0].repair")).isEqualTo(repair);
        assertThat(proposed.getString("drifts[0].outcome")).isEqualTo("PROPOSED");
        assertThat(number(proposed, "expected")).isEqualTo(expected);
        assertThat(number(proposed, "found")).isEqualTo(found);
        isSetRight(kind, onHandAfter, 4);
    }

    @Test
    void completesTheLedgerOfALevelWithoutMovements() {
        var imported = warehouse.product(0);
        change("UPDATE stock_level SET on_hand = 7 WHERE sku = ?", imported);

        assertThat(kinds(propose())).containsExactly("LEVEL_WITHOUT_MOVEMENTS");
        apply("APPLIED");
        assertThat(kinds(propose())).isEmpty();
        assertThat(stock(imported).getLong("onHand")).isEqualTo(7);
        Books.requireRight(imported);
    }

    @Test
    void allocatesInTheLedgerWhatALineLacks() {
        change("DELETE FROM stock_movement WHERE reference = ?", kept.toString());
        change("UPDATE stock_movement SET reserved_after = reserved_after - 4 WHERE type <> 'RECEIPT'");

        assertThat(kinds(propose())).containsExactly("ALLOCATION_MISSING");
        isSetRight("ALLOCATION_MISSING", 20, 4);
    }

    @Test
    void releasesWhatALineHasTooMuch() {
        change("UPDATE reservation_line SET quantity = 3 WHERE order_id = ?", kept);
        OrderBook.put(kept, "CONFIRMED", Map.of(sku, 3));

        assertThat(kinds(propose())).containsExactly("ALLOCATED_TOO_MUCH");
        isSetRight("ALLOCATED_TOO_MUCH", 20, 3);
    }

    @ParameterizedTest
    @CsvSource({"ALLOCATED_WITHOUT_RESERVATION, nobody, ALLOCATION, 5", "RELEASED_TOO_MUCH, an order, RELEASE, -3"})
    void undoesWhatTheLedgerHasNoReservationFor(String kind, String reference, String type, long reserved) {
        change("UPDATE stock_level SET reserved = reserved + ?", reserved);
        change(
                """
                INSERT INTO stock_movement (id, sku, type, on_hand_change, reserved_change, reference, actor,
                                            balance_after, reserved_after, at)
                SELECT gen_random_uuid(), sku, ?, 0, ?, ?, 'somebody', on_hand, reserved, now() FROM stock_level""",
                type,
                reserved,
                reference);

        assertThat(kinds(propose())).containsExactly(kind);
        isSetRight(kind, 20, 4);
        assertThat(movement().getString("reference")).isEqualTo(reference);
    }

    @Test
    void releasesWhatAnEndedReservationStillHolds() {
        OrderBook.put(kept, "CANCELLED", Map.of(sku, 4));
        change("UPDATE reservation SET status = 'RELEASED' WHERE order_id = ?", kept);

        assertThat(kinds(propose())).containsExactly("ENDED_AND_STILL_ALLOCATED");
        isSetRight("ENDED_AND_STILL_ALLOCATED", 20, 0);
        assertThat(movement().getString("type")).isEqualTo("RELEASE");
        assertThat(movement().getString("reference")).isEqualTo(kept.toString());
    }

    /** Whether or not the level has fallen with it, and whether or not the chain of balances shows that it is gone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "UPDATE stock_level SET on_hand = 20, reserved = 4 | ''",
                "'' | UPDATE stock_movement SET balance_after = 70 WHERE type = 'RECEIPT'"
            })
    void sellsWhatHasLeft(String level, String chain) {
        warehouse.hears(orderConfirmed(kept));
        var shipment = await().until(
                        () -> staff().get("/v1/shipments?orderId=" + kept).<String>path("items[0].id"),
                        Objects::nonNull);
        dispatch(shipment).then().statusCode(200);
        OrderBook.put(kept, "SHIPPED", Map.of(sku, 4));
        change("DELETE FROM stock_movement WHERE type = 'SALE'");
        Stream.of(level, chain).filter(made -> !made.isEmpty()).forEach(made -> change(made));

        assertThat(kinds(propose())).contains("SALE_MISSING").doesNotContain("ON_HAND_OFF_LEDGER");
        assertThat(reconcile("?apply=true").jsonPath().getList("drifts.outcome", String.class))
                .containsOnly("APPLIED");

        assertThat(kinds(propose())).isEmpty();
        assertThat(stock(sku).getLong("onHand")).isEqualTo(16);
        assertThat(stock(sku).getLong("reserved")).isZero();
        assertThat(staff().get("/v1/stock/" + sku + "/movements").jsonPath().getList("items.type"))
                .contains("SALE")
                .doesNotContain("RETURN");
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED", "REJECTED", "EXPIRED"})
    void releasesWhatIsReservedForAnEndedOrder(String status) {
        OrderBook.put(kept, status, Map.of(sku, 4));

        isReleased("RESERVED_FOR_ENDED_ORDER");
    }

    @ParameterizedTest
    @CsvSource({"SHIPPED", "COMPLETED"})
    void sellsWhatIsReservedForAShippedOrder(String status) {
        OrderBook.put(kept, status, Map.of(sku, 4));

        assertThat(kinds(propose())).containsExactly("RESERVED_FOR_SHIPPED_ORDER");
        isSetRight("RESERVED_FOR_SHIPPED_ORDER", 16, 0);
        assertThat((String) reservation(kept).path("status")).isEqualTo("COMMITTED");
        assertThat(movement().getString("type")).isEqualTo("SALE");
        Books.requireRight(sku);
    }

    @ParameterizedTest
    @CsvSource({"SHIPPED", "CANCELLED"})
    void leavesWhatIsBeingDispatchedToOrderServicesAnswer(String status) {
        warehouse.hears(orderConfirmed(kept));
        await().until(
                        () -> change(
                                """
                                UPDATE shipment SET status = 'DISPATCHING', dispatched_by = 'clerk-1',
                                                    ask_again_at = now() + interval '1 hour'
                                 WHERE order_id = ?""",
                                kept),
                        begun -> begun == 1);
        OrderBook.put(kept, status, Map.of(sku, 4));

        assertThat(kinds(propose())).isEmpty();
    }

    @Test
    void leavesItToAPersonWhoHoldsOtherGoodsThanTheOrderWants() {
        OrderBook.put(kept, "CONFIRMED", Map.of(sku, 5));

        assertThat(kinds(propose())).containsExactly("LINES_OFF_ORDER");
        apply("REFUSED");
        assertThat(stock(sku).getLong("reserved")).isEqualTo(4);
    }

    @Test
    void releasesWhatIsReservedForNobody() {
        OrderBook.clear();

        isReleased("RESERVED_FOR_UNKNOWN_ORDER");
    }

    @Test
    void reservesAgainWhatAConfirmedOrderHasLost() {
        warehouse.hears(orderCancelled(kept));
        awaitReservation(kept, "RELEASED");
        change("UPDATE reservation SET updated_at = updated_at - interval '1 hour'");

        assertThat(kinds(propose())).containsExactly("CONFIRMED_WITHOUT_RESERVATION");
        isSetRight("CONFIRMED_WITHOUT_RESERVATION", 20, 4);
        assertThat((String) reservation(kept).path("status")).isEqualTo("ACTIVE");
        assertThat((String) reservation(kept).path("expiresAt")).isNotNull();
        warehouse.awaitFacts("reservations", "StockReserved", kept.toString(), 2);
    }

    @Test
    void reservesWhatWasNeverReserved() {
        var order = UUID.randomUUID();
        OrderBook.put(order, "CONFIRMED", Map.of(sku, 5));

        assertThat(kinds(propose())).containsExactly("CONFIRMED_WITHOUT_RESERVATION");
        isSetRight("CONFIRMED_WITHOUT_RESERVATION", 20, 9);
    }

    @Test
    void reservesNothingForAnOrderThatIsCancelledMeanwhile() {
        var order = UUID.randomUUID();
        OrderBook.put(order, "CONFIRMED", Map.of(sku, 5));
        OrderBook.turns(order, "CANCELLED");

        apply("GONE");

        assertThat((String) reservation(order).path("status")).isEqualTo("RELEASED");
        assertThat(stock(sku).getLong("reserved")).isEqualTo(4);
        warehouse.awaitFacts("reservations", "StockReleased", order.toString(), 1);
        assertThat(kinds(propose())).isEmpty();
    }

    @Test
    void refusesARepairThatStockDoesNotAllow() {
        OrderBook.put(UUID.randomUUID(), "CONFIRMED", Map.of(sku, 17));

        apply("REFUSED");

        assertThat(stock(sku).getLong("reserved")).isEqualTo(4);
        assertThat(kinds(propose())).containsExactly("CONFIRMED_WITHOUT_RESERVATION");
    }

    @Test
    void leavesOrdersInFlightAlone() {
        change("UPDATE reservation SET updated_at = now()");
        OrderBook.put(kept, "CANCELLED", Map.of(sku, 4));
        OrderBook.put(ended, "CONFIRMED", Map.of(sku, 3));

        assertThat(kinds(propose())).isEmpty();
    }

    @Test
    void countsOnAllPagesOfOrdersWhatItDoesNotList() {
        for (var n = 0; n < 450; n++) {
            OrderBook.put(UUID.randomUUID(), "CONFIRMED", Map.of(sku, 1));
        }

        var report = reconcile("?limit=2").jsonPath();

        assertThat(report.getInt("counts.CONFIRMED_WITHOUT_RESERVATION")).isEqualTo(450);
        assertThat(kinds(report)).containsOnly("CONFIRMED_WITHOUT_RESERVATION").hasSize(2);
    }

    /** Ten seconds are enough for half of them. */
    @Test
    void stopsAskingWhenTimeIsUp() {
        change(
                """
                INSERT INTO reservation (order_id, status, updated_at)
                SELECT gen_random_uuid(), 'ACTIVE', now() - interval '1 hour' FROM generate_series(1, 199)""");
        OrderBook.clear();
        OrderBook.isSlow();

        var report = reconcile("?limit=200").jsonPath();

        assertThat(report.getString("orders")).isEqualTo("SOME");
        assertThat(report.getInt("counts.RESERVED_FOR_UNKNOWN_ORDER")).isBetween(30, 150);
    }

    @Test
    void isForAdminsAndTakesNoSkuItsName() {
        staff().post("/v1/stock/reconcile").then().statusCode(403);
        as("root", "admin").post("/v1/stock/reconcile?apply=maybe").then().statusCode(400);
        staff().get("/v1/stock/reconcile").then().statusCode(404);
    }

    private void order(UUID id, int quantity, String status) {
        warehouse.hears(orderCreated(id, Map.of(sku, quantity)));
        awaitReservation(id, "ACTIVE");
        OrderBook.put(id, status, Map.of(sku, quantity));
    }

    private void isReleased(String kind) {
        var proposed = propose();
        assertThat(kinds(proposed)).containsExactly(kind);
        assertThat(proposed.getString("drifts[0].reference")).isEqualTo(kept.toString());
        isSetRight(kind, 20, 0);
        assertThat((String) reservation(kept).path("status")).isEqualTo("RELEASED");
        warehouse.awaitFacts("reservations", "StockReleased", kept.toString(), 1);
    }

    /** It is, and the ledger tells who did it and why. */
    private void isSetRight(String kind, long onHand, long reserved) {
        apply("APPLIED");

        assertThat(kinds(propose())).isEmpty();
        assertThat(stock(sku).getLong("onHand")).isEqualTo(onHand);
        assertThat(stock(sku).getLong("reserved")).isEqualTo(reserved);
        assertThat(movement().getString("actor")).isEqualTo("root");
        assertThat(movement().getString("reason")).contains(kind);
    }

    private JsonPath movement() {
        return staff().get("/v1/stock/" + sku + "/movements?limit=1").jsonPath().setRootPath("items[0]");
    }

    private static void apply(String outcome) {
        assertThat(reconcile("?apply=true").jsonPath().getList("drifts.outcome", String.class))
                .containsExactly(outcome);
    }

    private static JsonPath propose() {
        var report = reconcile("").jsonPath();
        assertThat(report.getString("orders")).isEqualTo("ALL");
        return report;
    }

    private static Response reconcile(String query) {
        var answer = as("root", "admin").post("/v1/stock/reconcile" + query);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<String> kinds(JsonPath report) {
        return report.getList("drifts.kind", String.class);
    }

    private static Long number(JsonPath report, String field) {
        return report.getObject("drifts[0]." + field, Long.class);
    }
}
