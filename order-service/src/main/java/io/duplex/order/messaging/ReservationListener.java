package io.duplex.order.messaging;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.sql.Transaction;
import io.duplex.order.OrderTransition;
import io.duplex.order.Orders;
import io.duplex.order.Orders.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stock decides: a reserved order is confirmed, an order that is short is rejected. */
@ApplicationScoped
public class ReservationListener {
    private final Orders orders;
    private final Consumer consumer;

    ReservationListener(Inbox inbox, Orders orders) {
        this.orders = orders;
        consumer = inbox.consumer("order.reservations")
                .on("duplex.StockReserved.v1", StockReserved.class, this::onReserved)
                .on("duplex.StockRejected.v1", StockRejected.class, this::onRejected);
    }

    @Incoming("reservations")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    private Uni<Void> onReserved(Transaction transaction, List<Received<StockReserved>> events) {
        return transition(
                transaction,
                OrderTransition.CONFIRM,
                events,
                event -> new Change(event.data().orderId(), null, List.of(), event.asCause()));
    }

    private Uni<Void> onRejected(Transaction transaction, List<Received<StockRejected>> events) {
        return transition(
                transaction,
                OrderTransition.REJECT,
                events,
                event -> new Change(
                        event.data().orderId(),
                        "insufficient-stock",
                        event.data().shortages(),
                        event.asCause()));
    }

    private <T> Uni<Void> transition(
            Transaction transaction,
            OrderTransition transition,
            List<Received<T>> events,
            Function<Received<T>, Change> change) {
        return orders.transition(
                        transaction, transition, events.stream().map(change).toList())
                .replaceWithVoid();
    }
}
