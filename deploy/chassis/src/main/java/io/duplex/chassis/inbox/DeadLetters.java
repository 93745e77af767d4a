package io.duplex.chassis.inbox;

import io.duplex.chassis.Ids;
import io.duplex.chassis.inbox.DeadLetter.Status;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dead letters of this service. */
@Singleton
public class DeadLetters {
    private static final String ADD =
            """
            INSERT INTO dead_letter (id, consumer, event_id, topic, partition, "offset", key, headers, payload, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (consumer, event_id) DO NOTHING
            """;
    private static final String SELECT =
            """
            SELECT d.*,
                   (SELECT count(*) FROM parked_event AS e
                     WHERE d.status = 'OPEN' AND (e.consumer, e.topic, e.key) = (d.consumer, d.topic, d.key)) AS parked,
                   (SELECT coalesce(json_agg(json_build_object(
                             'action', action, 'outcome', outcome, 'actor', actor, 'at', a.at) ORDER BY position), '[]')::text
                      FROM dead_letter_action AS a WHERE dead_letter = d.id) AS actions
              FROM dead_letter AS d
            """;
    private static final String PAGE = SELECT
            + """
             WHERE ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR consumer = $2)
               AND ($3::text IS NULL OR topic = $3) AND ($4::uuid IS NULL OR id < $4)
             ORDER BY id DESC LIMIT $5
            """;
    private static final String LOCK = SELECT + " WHERE id = $1 FOR UPDATE OF d";

    private final Database database;
    private final DeliveryRows rows;

    DeadLetters(Database database, DeliveryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Keeps a delivery as a dead letter; false when it is one already. */
    Uni<Boolean> add(Transaction transaction, String consumer, Delivery delivery, String reason) {
        return transaction
                .execute(
                        ADD,
                        Ids.next(),
                        consumer,
                        delivery.eventId(),
                        delivery.topic(),
                        delivery.partition(),
                        delivery.offset(),
                        delivery.key(),
                        rows.write(delivery.headers()),
                        delivery.payload(),
                        reason)
                .map(added -> added.rowCount() == 1);
    }

    /** A dead letter, locked until the transaction ends. */
    Uni<Optional<DeadLetter>> lock(Transaction transaction, UUID id) {
        return transaction.execute(LOCK, id).map(found -> Rows.first(found, rows::readDeadLetter));
    }

    /** Closes a dead letter: its event counts as consumed, however often it is still delivered. */
    Uni<Void> close(Transaction transaction, DeadLetter letter, Status status) {
        return transaction
                .execute("UPDATE dead_letter SET status = $2 WHERE id = $1", letter.id(), status.name())
                .chain(() -> transaction.execute(
                        "INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                        letter.consumer(),
                        letter.eventId()))
                .replaceWithVoid();
    }

    /** Writes down why it could not be handled this time. */
    Uni<Void> failedAgain(Transaction transaction, UUID id, String reason) {
        return transaction
                .execute("UPDATE dead_letter SET reason = $2 WHERE id = $1", id, reason)
                .replaceWithVoid();
    }

    /** Writes down who did what to it, and what came of it. */
    Uni<Void> audit(Transaction transaction, UUID id, String action, String outcome, String actor) {
        return transaction
                .execute(
                        "INSERT INTO dead_letter_action (dead_letter, action, outcome, actor) VALUES ($1, $2, $3, $4)",
                        id,
                        action,
                        outcome,
                        actor)
                .replaceWithVoid();
    }

    /** Which dead letters are asked for; what is null does not matter. */
    public record Filter(@Nullable Status status, @Nullable String consumer, @Nullable String topic) {}

    /** The dead letters that were added before this one, newest first. */
    public Uni<List<DeadLetter>> page(Filter filter, @Nullable UUID before, int limit) {
        var status = filter.status() == null ? null : filter.status().name();
        return database.execute(PAGE, status, filter.consumer(), filter.topic(), before, limit)
                .map(found -> Rows.list(found, rows::readDeadLetter));
    }
}
