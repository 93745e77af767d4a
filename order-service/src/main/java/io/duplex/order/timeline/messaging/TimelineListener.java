package io.duplex.order.timeline.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.sql.Transaction;
import io.duplex.order.timeline.FollowOrder;
import io.duplex.order.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Looks on at everything that is told about orders, in a group of its own: the orders themselves do not wait for it. */
@ApplicationScoped
public class TimelineListener {
    private final Timeline timeline;
    private final FollowOrder following;
    private final Consumer consumer;
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    TimelineListener(Inbox inbox, Timeline timeline, FollowOrder following) {
        this.timeline = timeline;
        this.following = following;
        consumer = inbox.consumer("order.timeline").onRest(this::take);
    }

    @Incoming("timeline")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch).chain(this::tell);
    }

    private Uni<Void> take(Transaction transaction, List<Received<JsonNode>> events) {
        return timeline.take(transaction, events).invoke(taken::addAll).replaceWithVoid();
    }

    /** An order too many, of a transaction that was rolled back, costs a look. */
    private Uni<Void> tell() {
        var orders = new HashSet<>(taken);
        taken.removeAll(orders);
        return following.changed(orders);
    }
}
