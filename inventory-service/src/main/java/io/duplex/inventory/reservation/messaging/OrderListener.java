package io.duplex.inventory.reservation.messaging;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.reservation.ReleaseStock;
import io.duplex.inventory.reservation.ReserveStock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to orders: placed ones get stock, cancelled ones give it back. */
@ApplicationScoped
class OrderListener {
    private final ReserveStock reserveStock;
    private final ReleaseStock releaseStock;
    private final Consumer consumer;

    OrderListener(Inbox inbox, ReserveStock reserveStock, ReleaseStock releaseStock) {
        this.reserveStock = reserveStock;
        this.releaseStock = releaseStock;
        this.consumer = inbox.consumer("inventory.orders")
                .on("duplex.OrderCreated.v1", OrderCreated.class, this::created)
                .on("duplex.OrderCancelled.v1", OrderCancelled.class, this::cancelled);
    }

    @Incoming("orders")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    private Uni<Void> created(Transaction transaction, List<Received<OrderCreated>> events) {
        return reserveStock.reserve(
                transaction,
                events.stream()
                        .map(event -> event.data().demand(event.asCause()))
                        .toList());
    }

    private Uni<Void> cancelled(Transaction transaction, List<Received<OrderCancelled>> events) {
        return releaseStock.release(
                transaction,
                events.stream().collect(Collectors.toMap(event -> event.data().orderId(), Received::asCause)));
    }
}
