package io.duplex.inventory.reservation;

import io.duplex.chassis.events.Event;
import io.duplex.inventory.stock.StockChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a demand.
 *
 * @param shortages why it was refused; empty when all of it is reserved
 */
record Outcome(Demand demand, List<Shortage> shortages) {

    boolean isReserved() {
        return shortages.isEmpty();
    }

    ReservationStatus status() {
        return isReserved() ? ReservationStatus.ACTIVE : ReservationStatus.REJECTED;
    }

    Stream<StockChange> allocations() {
        return isReserved()
                ? demand.quantities().entrySet().stream()
                        .map(line -> StockChange.allocation(line.getKey(), line.getValue(), demand.orderId()))
                : Stream.of();
    }

    Event fact() {
        var orderId = demand.orderId();
        var fact = isReserved()
                ? ReservationFact.of("StockReserved", orderId, 1, new StockReserved(orderId, lines()))
                : ReservationFact.of("StockRejected", orderId, 1, new StockRejected(orderId, shortages));
        return fact.causedBy(demand.cause());
    }

    private List<ReservedLine> lines() {
        return demand.quantities().entrySet().stream()
                .map(line -> new ReservedLine(line.getKey(), line.getValue()))
                .toList();
    }
}
