package io.duplex.order;

import static io.duplex.order.OrderStatus.*;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The one transition table: what may happen to an order, from where to where, and the fact that it becomes. */
public enum OrderTransition {
    CONFIRM(List.of(PENDING), CONFIRMED, "OrderConfirmed"),
    REJECT(List.of(PENDING), REJECTED, "OrderRejected"),
    CANCEL(List.of(PENDING, CONFIRMED), CANCELLED, "OrderCancelled"),
    EXPIRE(List.of(CONFIRMED), EXPIRED, "OrderExpired"),
    SHIP(List.of(CONFIRMED), SHIPPED, "OrderShipped"),
    COMPLETE(List.of(SHIPPED), COMPLETED, "OrderCompleted");

    @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
    private final List<OrderStatus> from;

    private final OrderStatus to;
    private final String fact;

    OrderTransition(List<OrderStatus> from, OrderStatus to, String fact) {
        this.from = from;
        this.to = to;
        this.fact = fact;
    }

    /** Whether this may happen to an order that stands there. */
    public boolean allowedFrom(OrderStatus status) {
        return from.contains(status);
    }

    /** What may happen to an order that stands there. */
    public static List<OrderTransition> allowedIn(OrderStatus status) {
        return Arrays.stream(values())
                .filter(transition -> transition.allowedFrom(status))
                .toList();
    }

    /** Whether an order that stands there has yet to get to where this may happen. */
    boolean isAheadOf(OrderStatus status) {
        return allowedIn(status).stream()
                .map(OrderTransition::to)
                .anyMatch(next -> allowedFrom(next) || isAheadOf(next));
    }

    /** After these facts, such as {@code OrderCompleted}, nothing more happens to an order. */
    public static List<String> lastFacts() {
        return last().map(transition -> transition.fact).toList();
    }

    /** Where an order stands to which nothing more happens, by name. */
    public static List<String> ends() {
        return last().map(transition -> transition.to.name()).toList();
    }

    private static Stream<OrderTransition> last() {
        return Arrays.stream(values())
                .filter(transition -> allowedIn(transition.to).isEmpty());
    }

    OrderStatus to() {
        return to;
    }

    String[] fromNames() {
        return from.stream().map(Enum::name).toArray(String[]::new);
    }

    String eventType() {
        return "duplex." + fact + ".v1";
    }
}
