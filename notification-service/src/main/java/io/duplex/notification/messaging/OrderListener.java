package io.duplex.notification.messaging;

import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.notification.NotifyCustomers;
import io.duplex.notification.delivery.Deliveries;
import io.duplex.notification.message.OrderCancelled;
import io.duplex.notification.message.OrderConfirmed;
import io.duplex.notification.message.OrderRejected;
import io.duplex.notification.message.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Customers hear what became of their orders. */
@ApplicationScoped
public class OrderListener {
    private final Consumer consumer;
    private final Deliveries deliveries;

    OrderListener(Inbox inbox, NotifyCustomers notify, Deliveries deliveries) {
        this.deliveries = deliveries;
        consumer = inbox.consumer("notification.orders")
                .on(
                        "duplex.OrderConfirmed.v1",
                        OrderConfirmed.class,
                        (transaction, facts) -> notify.about(transaction, Template.ORDER_CONFIRMED, facts))
                .on(
                        "duplex.OrderRejected.v1",
                        OrderRejected.class,
                        (transaction, facts) -> notify.about(transaction, Template.ORDER_REJECTED, facts))
                .on(
                        "duplex.OrderCancelled.v1",
                        OrderCancelled.class,
                        (transaction, facts) -> notify.about(transaction, Template.ORDER_CANCELLED, facts));
    }

    @Incoming("orders")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch).invoke(deliveries::wake);
    }
}
