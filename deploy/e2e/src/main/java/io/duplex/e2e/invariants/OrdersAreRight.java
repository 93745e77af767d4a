package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.load.PlacedOrder;
import io.duplex.e2e.load.PlacedOrder.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** I2: every order answered 201 exists, one per key, and is in the state that its answers and its stock call for. */
final class OrdersAreRight {
    private static final String TWICE =
            "SELECT reference, count(*) FROM orders WHERE reference IS NOT NULL GROUP BY 1 HAVING count(*) > 1";
    private static final String NONE = "NONE";
    private static final Map<String, Set<String>> RESERVATION_OF = Map.of(
            "CONFIRMED", Set.of("ACTIVE"),
            "SHIPPED", Set.of("COMMITTED"),
            "COMPLETED", Set.of("COMMITTED"),
            "EXPIRED", Set.of("EXPIRED"),
            "REJECTED", Set.of("REJECTED"),
            "CANCELLED", Set.of("RELEASED", "REJECTED", "EXPIRED"));
    private static final Map<String, Set<String>> SHIPMENT_OF = Map.of(
            "CONFIRMED", Set.of("READY"),
            "SHIPPED", Set.of("DISPATCHED"),
            "COMPLETED", Set.of("DELIVERED"),
            "EXPIRED", Set.of("CANCELLED"),
            "REJECTED", Set.of(NONE),
            "CANCELLED", Set.of("CANCELLED", NONE));

    private final Evidence evidence;
    private final Map<String, String> states;
    private final Map<String, String> reservations;
    private final Map<String, String> shipments;

    private OrdersAreRight(Evidence evidence) {
        this.evidence = evidence;
        this.states = evidence.databases().pairs("orders", "SELECT id, status FROM orders");
        this.reservations = evidence.databases().pairs("inventory", "SELECT order_id, status FROM reservation");
        this.shipments = evidence.databases().pairs("inventory", "SELECT order_id, status FROM shipment");
    }

    static List<Finding> check(Evidence evidence) {
        return new OrdersAreRight(evidence).check();
    }

    private List<Finding> check() {
        return Stream.of(
                        Finding.none(
                                "every request gets an answer in the end",
                                orders(order ->
                                        order.outcome() == Outcome.UNKNOWN || order.cancellation() == Outcome.UNKNOWN)),
                        Finding.none("answers do not contradict", troubles()),
                        Finding.none("an order answered 201 exists", orders(this::isLost)),
                        Finding.none(
                                "one order per idempotency key (reference, orders)",
                                evidence.databases().rows("orders", TWICE)),
                        Finding.none("an order cancelled with 200 is CANCELLED", orders(this::isCancelledInVain)),
                        Finding.none("no order stays PENDING", pending()),
                        Finding.none("order and reservation agree", disagreeing(RESERVATION_OF, reservations)),
                        Finding.none("order and shipment agree", disagreeing(SHIPMENT_OF, shipments)))
                .flatMap(List::stream)
                .toList();
    }

    private List<PlacedOrder> orders(Predicate<PlacedOrder> wrong) {
        return evidence.orders().stream().filter(wrong).toList();
    }

    private List<String> troubles() {
        return evidence.orders().stream()
                .filter(order -> order.trouble() != null)
                .map(order -> order + ": " + order.trouble())
                .toList();
    }

    private boolean isLost(PlacedOrder order) {
        var id = order.id();
        return id != null && !states.containsKey(id);
    }

    private boolean isCancelledInVain(PlacedOrder order) {
        var id = order.id();
        return order.cancellation() == Outcome.DONE && id != null && !"CANCELLED".equals(states.get(id));
    }

    private List<String> pending() {
        return states.entrySet().stream()
                .filter(order -> order.getValue().equals("PENDING"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> disagreeing(Map<String, Set<String>> expected, Map<String, String> found) {
        return states.entrySet().stream()
                .filter(order -> expected.containsKey(order.getValue()))
                .filter(order -> !expected.getOrDefault(order.getValue(), Set.of())
                        .contains(found.getOrDefault(order.getKey(), NONE)))
                .map(order -> order + " with " + found.getOrDefault(order.getKey(), NONE))
                .toList();
    }
}
