package io.duplex.order.analytics.messaging;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.inbox.Together;
import io.duplex.chassis.sql.Transaction;
import io.duplex.order.OrderStatus;
import io.duplex.order.analytics.OrderState;
import io.duplex.order.analytics.SalesModel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the sales figures by the facts that this service itself tells of its orders. */
@ApplicationScoped
public class SalesListener {
    private final SalesModel model;
    private final Consumer consumer;

    SalesListener(Inbox inbox, SalesModel model) {
        this.model = model;
        var figures = new Together<OrderTold>(this::take);
        consumer = inbox.consumer("order.analytics")
                .on("duplex.OrderCreated.v1", OrderTold.class, figures)
                .on("duplex.OrderConfirmed.v1", OrderTold.class, figures)
                .on("duplex.OrderRejected.v1", OrderTold.class, figures)
                .on("duplex.OrderCancelled.v1", OrderTold.class, figures)
                .on("duplex.OrderExpired.v1", OrderTold.class, figures)
                .on("duplex.OrderShipped.v1", OrderTold.class, figures)
                .on("duplex.OrderCompleted.v1", OrderTold.class, figures);
    }

    @Incoming("analytics")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    private Uni<Void> take(Transaction transaction, List<Received<OrderTold>> events) {
        return model.take(transaction, events.stream().map(SalesListener::state).toList());
    }

    private static OrderState state(Received<OrderTold> event) {
        return event.data().state(statusAfter(event.type()), event.sequence());
    }

    private static OrderStatus statusAfter(String type) {
        return switch (type) {
            case "duplex.OrderCreated.v1" -> OrderStatus.PENDING;
            case "duplex.OrderConfirmed.v1" -> OrderStatus.CONFIRMED;
            case "duplex.OrderRejected.v1" -> OrderStatus.REJECTED;
            case "duplex.OrderCancelled.v1" -> OrderStatus.CANCELLED;
            case "duplex.OrderExpired.v1" -> OrderStatus.EXPIRED;
            case "duplex.OrderShipped.v1" -> OrderStatus.SHIPPED;
            case "duplex.OrderCompleted.v1" -> OrderStatus.COMPLETED;
            default -> throw new IllegalArgumentException(type + " is not handled here");
        };
    }
}
