package io.duplex.order.messaging;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.sql.Transaction;
import io.duplex.order.ChangeOrders;
import io.duplex.order.ChangeOrders.Change;
import io.duplex.order.OrderTransition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stock decides: a reserved order is confirmed, one that is short is rejected, one whose stock was given back expires. */
@ApplicationScoped
public class ReservationListener {
    private final ChangeOrders orders;
    private final Consumer consumer;

    ReservationListener(Inbox inbox, ChangeOrders orders) {
        this.orders = orders;
        consumer = inbox.consumer("order.reservations")
                .on("duplex.StockReserved.v1", StockReserved.class, this::onReserved)
                .on("duplex.StockRejected.v1", StockRejected.class, this::onRejected)
                .on("duplex.ReservationExpired.v1", ReservationExpired.class, this::onExpired);
    }

    @Incoming("reservations")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    private Uni<Void> onReserved(Transaction transaction, List<Received<StockReserved>> events) {
        return change(
                transaction,
                OrderTransition.CONFIRM,
                events,
                event -> Change.of(event.data().orderId(), event.asCause()));
    }

    private Uni<Void> onRejected(Transaction transaction, List<Received<StockRejected>> events) {
        return change(transaction, OrderTransition.REJECT, events, event -> Change.of(
                        event.data().orderId(), event.asCause())
                .because("insufficient-stock")
                .forWantOf(event.data().shortages()));
    }

    private Uni<Void> onExpired(Transaction transaction, List<Received<ReservationExpired>> events) {
        return change(transaction, OrderTransition.EXPIRE, events, event -> Change.of(
                        event.data().orderId(), event.asCause())
                .because("reservation-expired"));
    }

    private <T> Uni<Void> change(
            Transaction transaction,
            OrderTransition transition,
            List<Received<T>> events,
            Function<Received<T>, Change> change) {
        return orders.change(
                        transaction, transition, events.stream().map(change).toList())
                .replaceWithVoid();
    }
}
