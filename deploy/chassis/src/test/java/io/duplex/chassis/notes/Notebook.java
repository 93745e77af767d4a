package io.duplex.chassis.notes;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the tests of the chassis do again and again: they tell the small service something and look what it wrote. */
public final class Notebook implements AutoCloseable {
    public static final String TOPIC = "orders";

    public final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    /** A key that nobody else uses. */
    public String newKey() {
        return "key-" + UUID.randomUUID();
    }

    /** A sound event, not yet sent. */
    public Sent tell(String key, int number) {
        return Sent.of("duplex.Noted.v1", key, "{\"number\":" + number + "}");
    }

    /** An event that the handler fails on until that is mended, not yet sent. */
    public Sent poison(String key, int number) {
        return Sent.of("duplex.Noted.v1", key, "{\"number\":" + number + ",\"poison\":true}");
    }

    public void send(Sent event) {
        topics.send(TOPIC, event);
    }

    /** What was written down under a key, in the order of writing. */
    public List<Integer> of(String key) {
        return query("SELECT number FROM note WHERE key = '" + key + "' ORDER BY position").stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** The first column of what a statement returns, read as the superuser. */
    public List<String> query(String sql) {
        try (var connection = DuplexTestResource.postgres().connect("orders");
                var rows = connection.createStatement().executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
