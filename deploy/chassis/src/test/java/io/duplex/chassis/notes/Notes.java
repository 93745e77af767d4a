package io.duplex.chassis.notes;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.inbox.Consumer;
import io.duplex.chassis.inbox.Inbox;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what it is told, by one statement for all. */
@Singleton
public class Notes {
    private static final String WRITE = "INSERT INTO note (key, number) SELECT * FROM unnest($1::text[], $2::int[])";

    private final Consumer consumer;
    private final Set<String> mended = ConcurrentHashMap.newKeySet();

    Notes(Inbox inbox) {
        consumer = inbox.consumer("notes.orders")
                .on("duplex.Noted.v1", Noted.class, this::write)
                .onSnapshot("duplex.Counted.v1", Noted.class, this::write);
    }

    @Incoming("orders")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch);
    }

    /** Mends the defect that makes this event fail, while the service runs. */
    public void mend(String key, int number) {
        mended.add(key + " " + number);
    }

    private boolean fails(Received<Noted> event) {
        return Boolean.TRUE.equals(event.data().poison())
                && !mended.contains(event.key() + " " + event.data().number());
    }

    private Uni<Void> write(Transaction transaction, List<Received<Noted>> events) {
        if (events.stream().anyMatch(this::fails)) {
            throw new IllegalStateException("cannot write this down");
        }
        return transaction
                .execute(
                        WRITE,
                        events.stream().map(Received::key).toArray(String[]::new),
                        events.stream().map(event -> event.data().number()).toArray(Integer[]::new))
                .replaceWithVoid();
    }
}
