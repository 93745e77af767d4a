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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** An order whose goods have arrived is completed. */
@ApplicationScoped
public class ShipmentListener {
    private final ChangeOrders orders;
    private final Consumer consumer;

    ShipmentListener(Inbox inbox, ChangeOrders orders) {
        this.orders = orders;
        consumer = inbox.consumer("order.shipments")
                .on("duplex.ShipmentDelivered.v1", ShipmentDelivered.class, this::onDelivered);
    }

    @Incoming("shipments")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    private Uni<Void> onDelivered(Transaction transaction, List<Received<ShipmentDelivered>> events) {
        var changes = events.stream()
                .map(event -> Change.of(event.data().orderId(), event.asCause()))
                .toList();
        return orders.change(transaction, OrderTransition.COMPLETE, changes).replaceWithVoid();
    }
}
