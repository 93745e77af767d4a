package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.invariants.Invariant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A defect for each invariant, planted into a suite at rest: it proves that the check can fail, and that no other does.
 */
public enum PlantedBug {
    STOCK_APPEARS(Invariant.I1) {
        @Override
        Undo plant(Evidence evidence) {
            var sku = evidence.load().skus().get(0);
            var sql = "UPDATE stock_level SET on_hand = on_hand %s 1 WHERE sku = '" + sku + "'";
            evidence.databases().execute("inventory", sql.formatted("+"));
            return () -> evidence.databases().execute("inventory", sql.formatted("-"));
        }
    },
    KEY_HAS_TWO_ORDERS(Invariant.I2) {
        private static final String REFERENCE = "UPDATE orders SET reference = '%s' WHERE id = '%s'";

        @Override
        Undo plant(Evidence evidence) {
            var orders = evidence.databases()
                    .rows("orders", "SELECT id, reference FROM orders WHERE reference IS NOT NULL ORDER BY id LIMIT 2");
            var first = orders.get(0).split(" ", 2);
            var second = orders.get(1).split(" ", 2);
            evidence.databases().execute("orders", REFERENCE.formatted(second[1], first[0]));
            return () -> evidence.databases().execute("orders", REFERENCE.formatted(first[1], first[0]));
        }
    },
    NUMBER_IS_SKIPPED(Invariant.I3) {
        private static final String RENUMBER =
                """
                UPDATE document SET number = left(number, -6) || lpad((right(number, 6)::int %s)::text, 6, '0')
                 WHERE number = (SELECT max(number) FROM document WHERE kind = 'INVOICE')
                """;

        @Override
        Undo plant(Evidence evidence) {
            renumber(evidence, "+ 7");
            return () -> renumber(evidence, "- 7");
        }

        /** As only a superuser can: an issued document is guarded by triggers. */
        private void renumber(Evidence evidence, String by) {
            evidence.databases().execute("invoices", "SET session_replication_role = replica", RENUMBER.formatted(by));
        }
    },
    MESSAGE_ABOUT_NOTHING(Invariant.I4) {
        @Override
        Undo plant(Evidence evidence) {
            var id = UUID.randomUUID();
            evidence.databases().execute("notifications", copy("notification", "event_id", "gen_random_uuid()", id));
            return () ->
                    evidence.databases().execute("notifications", "DELETE FROM notification WHERE id = '" + id + "'");
        }
    },
    OUTBOX_IS_STUCK(Invariant.I5) {
        @Override
        Undo plant(Evidence evidence) {
            evidence.databases()
                    .execute(
                            "invoices",
                            "UPDATE outbox_lease SET holder = gen_random_uuid(), expires_at = 'infinity'",
                            """
                            INSERT INTO outbox (event_id, aggregate_type, aggregate_id, sequence, type, topic, key, payload)
                            VALUES (gen_random_uuid(), 'planted', 'planted', 1, 'duplex.Planted.v1', 'invoices', 'planted', '{}')
                            """);
            return () -> evidence.databases()
                    .execute(
                            "invoices",
                            "DELETE FROM outbox WHERE aggregate_type = 'planted'",
                            "UPDATE outbox_lease SET expires_at = '-infinity'");
        }
    },
    GOOD_EVENT_IS_DEAD(Invariant.I6) {
        @Override
        Undo plant(Evidence evidence) {
            evidence.databases()
                    .execute(
                            "inventory",
                            """
                            INSERT INTO dead_letter (id, consumer, event_id, topic, partition, "offset", key, headers, reason)
                            VALUES (gen_random_uuid(), 'inventory.orders', gen_random_uuid(), 'orders', 0, 0, 'planted', '[]', 'planted')
                            """);
            return () -> evidence.databases().execute("inventory", "DELETE FROM dead_letter WHERE reason = 'planted'");
        }
    },
    SERVICE_FREEZES(Invariant.I7) {
        @Override
        Undo plant(Evidence evidence) {
            var processes = evidence.suite().processes();
            processes.freeze("notification-service");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(evidence.liveness()::hasSeenFailure);
            processes.thaw("notification-service");
            return evidence.liveness()::beginAnew;
        }
    },
    CONNECTIONS_LEAK(Invariant.I8) {
        @Override
        Undo plant(Evidence evidence) throws SQLException {
            List<Connection> leaked = new ArrayList<>();
            for (var i = 0; i < 40; i++) {
                leaked.add(evidence.databases().connect("inventory", "inventory_service"));
            }
            return () -> {
                for (var connection : leaked) {
                    connection.close();
                }
            };
        }
    },
    FACT_IS_FORGOTTEN(Invariant.I9) {
        @Override
        Undo plant(Evidence evidence) {
            evidence.databases()
                    .execute(
                            "orders",
                            "CREATE TABLE forgotten AS SELECT * FROM timeline_fact WHERE type = 'OrderConfirmed' LIMIT 1",
                            "DELETE FROM timeline_fact WHERE event_id IN (SELECT event_id FROM forgotten)");
            return () -> evidence.databases()
                    .execute(
                            "orders",
                            "INSERT INTO timeline_fact OVERRIDING SYSTEM VALUE SELECT * FROM forgotten",
                            "DROP TABLE forgotten");
        }
    };

    private final Invariant reddens;

    PlantedBug(Invariant reddens) {
        this.reddens = reddens;
    }

    /** Takes a planted bug out again. */
    public interface Undo extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** The one invariant that it breaks. */
    public Invariant reddens() {
        return reddens;
    }

    abstract Undo plant(Evidence evidence) throws SQLException;

    /** A copy of some row under another id, with another value in one column. */
    private static String copy(String table, String column, String value, UUID id) {
        return """
               INSERT INTO %1$s SELECT (jsonb_populate_record(original, jsonb_build_object('id', '%4$s', '%2$s', %3$s))).*
                 FROM %1$s AS original LIMIT 1
               """
                .formatted(table, column, value, id);
    }
}
