package io.duplex.chassis.outbox;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Tells facts as a service does: in a transaction of its own. */
@Singleton
class Publisher {
    private final Database database;

    Publisher(Database database) {
        this.database = database;
    }

    void publish(String key, int number) {
        var event = Event.of(
                "duplex.Noted.v1", "invoices", new Event.Aggregate("note", key, number), Map.of("number", number));
        database.transaction(transaction -> transaction.publish(event)).await().atMost(Duration.ofSeconds(5));
    }
}
