package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Rest;
import io.duplex.e2e.load.PlacedOrder;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What the chain costs, in transactions that write: orders of customers who cannot be reached, since messages to the
 * outside world are no part of the chain. A COMMIT is counted by the server as a statement of its own; every transaction
 * of the chain writes. The lease of the relay is housekeeping: it is renewed every few seconds, orders or not.
 */
class WritingCommitsE2E {
    private static final int ORDERS = 1_000;
    private static final double PER_ORDER = 1.1;

    private static final String STATEMENTS =
            """
            SELECT datname, calls, left(regexp_replace(query, '\\s+', ' ', 'g'), 90)
              FROM pg_stat_statements JOIN pg_database ON dbid = pg_database.oid JOIN pg_roles ON userid = pg_roles.oid
             WHERE rolname LIKE '%service' ORDER BY calls DESC
            """;
    private static final String COMMITS =
            """
            SELECT sum(calls) FROM pg_stat_statements JOIN pg_roles ON userid = pg_roles.oid
             WHERE rolname LIKE '%service' AND (query = 'COMMIT' OR query LIKE 'DELETE FROM outbox%' OR query LIKE 'SELECT pg_notify%'
                OR query LIKE 'WITH claimed AS (%INSERT INTO idempotency_key%')
            """;
    private static final String LEASES =
            "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query LIKE '%UPDATE outbox_lease%'";
    private static final String TRANSACTION_ID = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void anOrderTakesLittleMoreThanOneWritingCommitOverTheWholeChain() {
        try (var evidence = Evidence.of(suite, 3)) {
            Rest.await(evidence, PATIENCE);
            suite.databases()
                    .execute(
                            "postgres",
                            "CREATE EXTENSION IF NOT EXISTS pg_stat_statements",
                            "SELECT pg_stat_statements_reset()");
            var before = suite.databases().count("postgres", TRANSACTION_ID);

            accept(evidence);
            Rest.await(evidence, PATIENCE);

            var commits = suite.databases().count("postgres", COMMITS);
            var transactions = suite.databases().count("postgres", TRANSACTION_ID) - before;
            var statements = String.join("\n", suite.databases().rows("postgres", STATEMENTS));
            System.out.printf("%d writing commits for %d orders:%n%s%n", commits, ORDERS, statements);
            assertThat(commits / (double) ORDERS)
                    .as("writing commits per order%n%s", statements)
                    .isLessThanOrEqualTo(PER_ORDER);
            assertThat(transactions)
                    .as("transactions that had an id: that no kind of commit was left out%n%s", statements)
                    .isBetween(commits, commits + suite.databases().count("postgres", LEASES));
        }
    }

    /** While the broker is paused nothing is relayed and nothing consumed; then all go on at once. */
    private void accept(Evidence evidence) {
        suite.processes().freeze("kafka");
        try {
            assertThat(evidence.load().place(ORDERS, 20))
                    .extracting(PlacedOrder::outcome)
                    .containsOnly(PlacedOrder.Outcome.DONE);
        } finally {
            suite.processes().thaw("kafka");
        }
    }
}
