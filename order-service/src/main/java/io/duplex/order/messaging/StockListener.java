package io.duplex.order.messaging;

import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.order.catalogue.Catalogue;
import io.duplex.order.catalogue.ProductChanged;
import io.duplex.order.catalogue.StockLevelChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the catalogue view. */
@ApplicationScoped
public class StockListener {
    private final Consumer consumer;

    StockListener(Inbox inbox, Catalogue catalogue) {
        consumer = inbox.consumer("order.stock")
                .onSnapshot("duplex.ProductChanged.v1", ProductChanged.class, catalogue::productsChanged)
                .onSnapshot("duplex.StockLevelChanged.v1", StockLevelChanged.class, catalogue::stockChanged);
    }

    @Incoming("stock")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }
}
