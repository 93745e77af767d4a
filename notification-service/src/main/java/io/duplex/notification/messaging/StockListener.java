package io.duplex.notification.messaging;

import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.notification.AlertStaff;
import io.duplex.notification.delivery.Deliveries;
import io.duplex.notification.message.InventoryLow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Staff hear when stock runs low. */
@ApplicationScoped
public class StockListener {
    private final Consumer consumer;
    private final Deliveries deliveries;

    StockListener(Inbox inbox, AlertStaff alert, Deliveries deliveries) {
        this.deliveries = deliveries;
        consumer = inbox.consumer("notification.stock").on("duplex.InventoryLow.v1", InventoryLow.class, alert::about);
    }

    @Incoming("stock")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch).invoke(deliveries::wake);
    }
}
