package io.duplex.invoice.messaging;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.sql.Transaction;
import io.duplex.invoice.CancelInvoices;
import io.duplex.invoice.DiscardInvoices;
import io.duplex.invoice.DraftInvoices;
import io.duplex.invoice.IssueInvoices;
import io.duplex.invoice.OrderFact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the orders: the only thing that this service listens to, since their topic keeps each order's story in order. */
@ApplicationScoped
public class OrderListener {
    private final DraftInvoices drafting;
    private final Consumer consumer;

    OrderListener(
            Inbox inbox,
            DraftInvoices drafting,
            IssueInvoices issuing,
            DiscardInvoices discarding,
            CancelInvoices cancelling) {
        this.drafting = drafting;
        consumer = inbox.consumer("invoice.orders")
                .on("duplex.OrderCreated.v1", OrderCreated.class, this::onCreated)
                .on("duplex.OrderConfirmed.v1", OrderChanged.class, (tx, events) -> issuing.issue(tx, facts(events)))
                .on(
                        "duplex.OrderRejected.v1",
                        OrderChanged.class,
                        (tx, events) -> discarding.discard(tx, facts(events)))
                .on(
                        "duplex.OrderCancelled.v1",
                        OrderChanged.class,
                        (tx, events) -> cancelling.cancel(tx, facts(events)))
                .on(
                        "duplex.OrderExpired.v1",
                        OrderExpired.class,
                        (tx, events) -> cancelling.cancel(tx, expiries(events)));
    }

    @Incoming("orders")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    private Uni<Void> onCreated(Transaction transaction, List<Received<OrderCreated>> events) {
        return drafting.draft(
                transaction,
                events.stream().map(event -> event.data().asNewOrder()).toList());
    }

    private static List<OrderFact> facts(List<Received<OrderChanged>> events) {
        return events.stream()
                .map(event -> new OrderFact(event.data().orderId(), event.data().reason(), event.asCause()))
                .toList();
    }

    private static List<OrderFact> expiries(List<Received<OrderExpired>> events) {
        return events.stream()
                .map(event -> new OrderFact(event.data().orderId(), "The reservation has expired.", event.asCause()))
                .toList();
    }
}
