package io.duplex.notification.delivery;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.outbox.Outbox;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.notification.Channel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The due notifications in the database, whose clock alone decides what is due and which lease has ended. */
@ApplicationScoped
class DeliveryQueue {
    private static final String CLAIM =
            """
            WITH due AS MATERIALIZED (
              SELECT id FROM notification WHERE channel = $1 AND due_at <= clock_timestamp()
               ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED),
            claimed AS (
              UPDATE notification
                 SET status = 'SENDING', attempts = attempts + 1, version = version + 1,
                     due_at = clock_timestamp() + $3 * interval '1 ms', updated_at = clock_timestamp()
                FROM due WHERE notification.id = due.id
              RETURNING notification.*),
            started AS (
              INSERT INTO attempt (notification_id, number) SELECT id, attempts FROM claimed)
            SELECT * FROM claimed ORDER BY id
            """;

    /** Only who holds the claim may report a failure; that a message was sent is true whoever reports it. */
    private static final String SETTLE =
            """
            WITH ended AS (
              UPDATE attempt SET outcome = $3, detail = $4, took_ms = $5 WHERE notification_id = $1 AND number = $2),
            settled AS (
              UPDATE notification
                 SET status = $6, due_at = clock_timestamp() + $7 * interval '1 ms', reason = NULL,
                     subject = $8, body = $9, version = version + 1, updated_at = clock_timestamp()
               WHERE id = $1 AND status <> 'SENT' AND ($6 = 'SENT' OR (status = 'SENDING' AND attempts = $2))
              RETURNING id)
            """
                    + Outbox.insertFrom("$10")
                    + ", settled";

    private static final String DUE =
            """
            SELECT channel FROM unnest($1::text[]) AS channel
             WHERE EXISTS (SELECT FROM notification
                            WHERE notification.channel = channel.channel AND due_at <= clock_timestamp())
            """;

    private final Database database;
    private final Outbox outbox;

    DeliveryQueue(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Claims the longest due notifications of a channel; committed before anything is sent. */
    Uni<List<Delivery>> claim(Channel channel, int limit, long leaseMillis) {
        return database.execute(CLAIM, channel.name(), limit, leaseMillis).map(rows -> Rows.list(rows, Delivery::from));
    }

    /** Writes what came of a claimed notification, and tells it, in one statement. */
    Uni<Void> settle(Delivery delivery, Result result, Event event) {
        return database.executeAndPublish(
                        SETTLE,
                        delivery.id(),
                        delivery.attempt(),
                        result.outcome(),
                        result.detail(),
                        result.tookMs(),
                        result.status().name(),
                        result.retryInMillis(),
                        result.subject(),
                        result.body(),
                        outbox.rows(List.of(event)))
                .replaceWithVoid();
    }

    /** The channels that have something to do right now. */
    Uni<List<Channel>> dueChannels(List<Channel> channels) {
        return database.execute(
                        DUE, (Object) channels.stream().map(Channel::name).toArray(String[]::new))
                .map(rows -> Rows.list(rows, row -> Channel.valueOf(row.getString("channel"))));
    }
}
