package io.duplex.inventory.messaging;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.reservation.ReleaseStock;
import io.duplex.inventory.reservation.ReserveStock;
import io.duplex.inventory.shipment.CompleteDispatch;
import io.duplex.inventory.shipment.OrderShipments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Listens to orders, for reservations and shipments alike, so that both follow in one transaction: placed ones get stock,
 * confirmed ones a shipment; those that end give back the one and lose the other, and shipped ones complete both.
 */
@ApplicationScoped
class OrderListener {
    private final ReserveStock reserveStock;
    private final ReleaseStock releaseStock;
    private final OrderShipments shipments;
    private final CompleteDispatch completeDispatch;
    private final Consumer consumer;

    OrderListener(
            Inbox inbox,
            ReserveStock reserveStock,
            ReleaseStock releaseStock,
            OrderShipments shipments,
            CompleteDispatch completeDispatch) {
        this.reserveStock = reserveStock;
        this.releaseStock = releaseStock;
        this.shipments = shipments;
        this.completeDispatch = completeDispatch;
        this.consumer = inbox.consumer("inventory.orders")
                .first(this::lock)
                .on("duplex.OrderCreated.v1", OrderCreated.class, this::created)
                .on("duplex.OrderConfirmed.v1", OrderConfirmed.class, this::confirmed)
                .on("duplex.OrderCancelled.v1", OrderCancelled.class, this::cancelled)
                .on("duplex.OrderExpired.v1", OrderExpired.class, this::expired)
                .on("duplex.OrderShipped.v1", OrderShipped.class, this::shipped);
    }

    @Incoming("orders")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    /**
     * What changes with orders that end or are shipped is locked at once: shipments, reservations, levels, in this order
     * as everywhere. A batch without any locks its levels when it reserves, and nothing else that others could wait for.
     */
    private Uni<Void> lock(Transaction transaction, Collection<Received<?>> events) {
        var closed = events.stream().flatMap(event -> closes(event.data())).toList();
        return closed.isEmpty()
                ? Uni.createFrom().voidItem()
                : shipments
                        .lock(transaction, closed)
                        .chain(() -> releaseStock.lock(transaction, closed, wanted(events)));
    }

    private static Stream<UUID> closes(Object fact) {
        if (fact instanceof OrderCancelled cancelled) {
            return Stream.of(cancelled.orderId());
        } else if (fact instanceof OrderExpired expired) {
            return Stream.of(expired.orderId());
        }
        return fact instanceof OrderShipped shipped ? Stream.of(shipped.orderId()) : Stream.empty();
    }

    private static List<String> wanted(Collection<Received<?>> events) {
        return events.stream()
                .flatMap(event ->
                        event.data() instanceof OrderCreated created ? created.lines().stream() : Stream.empty())
                .map(OrderCreated.Line::sku)
                .toList();
    }

    private Uni<Void> created(Transaction transaction, List<Received<OrderCreated>> events) {
        return reserveStock.reserve(
                transaction,
                events.stream()
                        .map(event -> event.data().demand(event.asCause()))
                        .toList());
    }

    private Uni<Void> confirmed(Transaction transaction, List<Received<OrderConfirmed>> events) {
        return shipments.ready(transaction, causes(events, OrderConfirmed::orderId));
    }

    private Uni<Void> cancelled(Transaction transaction, List<Received<OrderCancelled>> events) {
        var causes = causes(events, OrderCancelled::orderId);
        return releaseStock.release(transaction, causes).chain(() -> shipments.cancel(transaction, causes.keySet()));
    }

    /** Its stock has been given back before: that is why the order has expired. */
    private Uni<Void> expired(Transaction transaction, List<Received<OrderExpired>> events) {
        return shipments.cancel(
                transaction, causes(events, OrderExpired::orderId).keySet());
    }

    private Uni<Void> shipped(Transaction transaction, List<Received<OrderShipped>> events) {
        return completeDispatch.complete(transaction, causes(events, OrderShipped::shipmentId));
    }

    private static <T> Map<UUID, String> causes(List<Received<T>> events, Function<T, UUID> about) {
        return events.stream().collect(Collectors.toMap(event -> about.apply(event.data()), Received::asCause));
    }
}
