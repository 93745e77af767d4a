package io.duplex.order;

import static io.duplex.order.OrderTransition.CANCEL;
import static io.duplex.order.OrderTransition.COMPLETE;
import static io.duplex.order.OrderTransition.CONFIRM;
import static io.duplex.order.OrderTransition.EXPIRE;
import static io.duplex.order.OrderTransition.REJECT;
import static io.duplex.order.OrderTransition.SHIP;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One order as order-service and inventory-service have it, and the events that are under way between them. The order
 * moves by the real table; inventory does what its design says. Events are heard without an inbox, so that the guards
 * alone have to stand repetitions.
 */
final class Journey {
    /** Where events wait to be heard, by whom. */
    enum Topic {
        ORDERS,
        RESERVATIONS,
        SHIPMENTS
    }

    final BiPredicate<OrderTransition, OrderStatus> table;

    @Nullable
    OrderStatus order;

    String reservation = "NONE";
    String shipment = "NONE";
    boolean tooEarly;
    private final Map<Topic, List<String>> told = new EnumMap<>(Topic.class);
    private final Map<Topic, Integer> heard = new EnumMap<>(Topic.class);

    Journey(BiPredicate<OrderTransition, OrderStatus> table) {
        this.table = table;
    }

    Journey copy() {
        var copy = new Journey(table);
        copy.order = order;
        copy.reservation = reservation;
        copy.shipment = shipment;
        copy.tooEarly = tooEarly;
        for (var topic : Topic.values()) {
            copy.told(topic).addAll(told(topic));
            copy.heard.put(topic, heard(topic));
        }
        return copy;
    }

    List<String> told(Topic topic) {
        return told.computeIfAbsent(topic, none -> new ArrayList<>());
    }

    int heard(Topic topic) {
        return heard.getOrDefault(topic, 0);
    }

    /** A consumer goes back, as after a crash before its commit. */
    void rewind(Topic topic, int position) {
        heard.put(topic, position);
    }

    /** The next event of a topic has its effect. */
    void hear(Topic topic, Stock stock) {
        var fact = told(topic).get(heard(topic));
        heard.put(topic, heard(topic) + 1);
        switch (fact) {
            case "OrderCreated" -> reserve(stock);
            case "OrderConfirmed" -> shipment = shipment.equals("NONE") ? "READY" : shipment;
            case "OrderCancelled", "OrderExpired" -> release();
            case "OrderShipped" -> commit(stock);
            case "StockReserved" -> follow(CONFIRM);
            case "StockRejected" -> follow(REJECT);
            case "ReservationExpired" -> follow(EXPIRE);
            case "ShipmentDelivered" -> follow(COMPLETE);
            default -> {}
        }
    }

    void place() {
        if (order == null) {
            order = OrderStatus.PENDING;
            told(Topic.ORDERS).add("OrderCreated");
        }
    }

    void cancel() {
        change(CANCEL);
    }

    void runOut() {
        if (reservation.equals("ACTIVE") && !shipment.equals("DISPATCHING")) {
            reservation = "EXPIRED";
            told(Topic.RESERVATIONS).add("ReservationExpired");
        }
    }

    void dispatch() {
        if (shipment.equals("READY") && reservation.equals("ACTIVE")) {
            shipment = "DISPATCHING";
        }
    }

    /** Asks order-service to ship; an answer that is lost leaves the shipment as it is, to ask again. */
    void ask(boolean answerIsLost, Stock stock) {
        if (!shipment.equals("DISPATCHING")) {
            return;
        }
        change(SHIP);
        var shipped = order == OrderStatus.SHIPPED || order == OrderStatus.COMPLETED;
        if (!answerIsLost && shipped) {
            commit(stock);
        } else if (!answerIsLost) {
            shipment = "CANCELLED";
        }
    }

    void deliver() {
        if (shipment.equals("DISPATCHED")) {
            shipment = "DELIVERED";
            told(Topic.SHIPMENTS).add("ShipmentDelivered");
        }
    }

    private void follow(OrderTransition transition) {
        tooEarly |= !change(transition) && order != null && transition.isAheadOf(order);
    }

    private boolean change(OrderTransition transition) {
        if (order == null || !table.test(transition, order)) {
            return false;
        }
        order = transition.to();
        told(Topic.ORDERS).add(transition.eventType().replaceAll("duplex\\.|\\.v1", ""));
        return true;
    }

    private void reserve(Stock stock) {
        if (reservation.equals("NONE")) {
            reservation = stock.available() > 0 ? "ACTIVE" : "REJECTED";
            told(Topic.RESERVATIONS).add(reservation.equals("ACTIVE") ? "StockReserved" : "StockRejected");
        }
    }

    private void release() {
        reservation = reservation.equals("ACTIVE") ? "RELEASED" : reservation;
        shipment = shipment.equals("READY") ? "CANCELLED" : shipment;
    }

    private void commit(Stock stock) {
        if (shipment.equals("DISPATCHING") && reservation.equals("ACTIVE")) {
            reservation = "COMMITTED";
            shipment = "DISPATCHED";
            stock.onHand--;
        }
    }

    boolean isAtRest() {
        return !shipment.equals("DISPATCHING")
                && List.of(Topic.values()).stream()
                        .allMatch(topic -> heard(topic) == told(topic).size());
    }

    @Override
    public String toString() {
        return "%s, reservation %s, shipment %s, told %s, heard %s"
                .formatted(order, reservation, shipment, told, heard);
    }

    /** The stock of one SKU, of which some orders want a piece each. */
    static final class Stock {
        final List<Journey> journeys;
        int onHand;

        Stock(int onHand, List<Journey> journeys) {
            this.onHand = onHand;
            this.journeys = journeys;
        }

        long reserved() {
            return journeys.stream()
                    .filter(journey -> journey.reservation.equals("ACTIVE"))
                    .count();
        }

        long available() {
            return onHand - reserved();
        }
    }
}
