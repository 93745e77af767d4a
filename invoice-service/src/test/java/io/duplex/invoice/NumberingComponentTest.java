package io.duplex.invoice;

import static io.duplex.invoice.tax.TaxCategory.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.SqlFailures;
import io.duplex.chassis.sql.Transaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInvoiceService
class NumberingComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Inject
    DraftInvoices drafting;

    @Inject
    IssueInvoices issuing;

    @Inject
    CancelInvoices cancelling;

    private final Books books = new Books();

    @Test
    void parallelBatchesLeaveNoGap() {
        var batches = IntStream.range(0, 6).mapToObj(batch -> drafted(25)).toList();

        inParallel(batches.stream()
                .map(orders -> database.transaction(tx -> issuing.issue(tx, facts(orders))))
                .toList());

        books.assertGapless("INV");
        assertThat(batches).allSatisfy(orders -> assertThat(books.invoiceNumbers(orders))
                .as("a batch takes its numbers at once, in its order")
                .isSorted()
                .hasSize(25));
    }

    @Test
    void aRollbackTakesItsNumbersBack() {
        var orders = drafted(3);
        var next = drafted(1);

        assertThatThrownBy(() -> commit(tx -> issuing.issue(tx, facts(orders))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("crashed")))))
                .hasMessage("crashed");
        commit(tx -> issuing.issue(tx, facts(next)));

        assertThat(books.invoiceNumbers(orders)).isEmpty();
        books.assertGapless("INV");
    }

    @Test
    void issuingAndCreditingInOppositeOrderDoNotLockEachOther() {
        var rounds = IntStream.range(0, 8).mapToObj(round -> {
            var drafts = drafted(2);
            var issued = issued(2);
            return Stream.of(
                    database.transaction(tx -> issuing.issue(tx, facts(drafts.subList(0, 1)))
                            .chain(() -> cancelling.cancel(tx, facts(issued.subList(0, 1))))),
                    database.transaction(tx -> cancelling
                            .cancel(tx, facts(issued.subList(1, 2)))
                            .chain(() -> issuing.issue(tx, facts(drafts.subList(1, 2))))));
        });
        var deadlocks = books.deadlocks();

        inParallel(rounds.flatMap(Function.identity()).toList());

        books.assertGapless("INV");
        books.assertGapless("CN");
        assertThat(books.deadlocks()).isEqualTo(deadlocks);
    }

    @Test
    void theDatesOfASeriesNeverGoBackAndANewYearStartsAtOne() {
        books.afterInvoicing("2031-12-31", () -> {
            var orders = issued(2);

            assertThat(books.invoiceNumbers(orders)).containsExactly("INV-2031-000001", "INV-2031-000002");
            assertThat(books.column("SELECT due_date::text FROM document WHERE number = 'INV-2031-000002'"))
                    .containsExactly("2032-01-30");
        });
    }

    @Test
    void anIssuedDocumentNeverChanges() {
        var order = issued(1).get(0);

        for (var change : List.of(
                "UPDATE document SET gross = gross + 1, net = net + 1 WHERE order_id = '%s'",
                "DELETE FROM document WHERE order_id = '%s'",
                "UPDATE document_line SET name = 'x' WHERE document_id = (SELECT id FROM document WHERE order_id = '%s')",
                "DELETE FROM document_line WHERE document_id = (SELECT id FROM document WHERE order_id = '%s')",
                "UPDATE document_tax SET tax = 0 WHERE document_id = (SELECT id FROM document WHERE order_id = '%s')")) {
            assertThatThrownBy(() -> books.execute(change.formatted(order)))
                    .as(change)
                    .hasMessageContaining("an issued document never changes");
        }
    }

    private List<UUID> issued(int count) {
        var orders = drafted(count);
        commit(tx -> issuing.issue(tx, facts(orders)));
        return orders;
    }

    private List<UUID> drafted(int count) {
        var orders = Stream.generate(UUID::randomUUID).limit(count).toList();
        commit(tx -> drafting.draft(
                tx, orders.stream().map(NumberingComponentTest::order).toList()));
        return orders;
    }

    private static NewOrder order(UUID id) {
        var line = DocumentLine.of("CHAIR-OAK", "Oak chair", 2, Money.parse("EUR 49.90"), STANDARD);
        return new NewOrder(id, "c-1001", CurrencyUnit.EUR, "DE", Instant.parse("2026-11-21T10:00:00Z"), List.of(line));
    }

    private static List<OrderFact> facts(List<UUID> orders) {
        return orders.stream()
                .map(order -> new OrderFact(order, null, UUID.randomUUID().toString()))
                .toList();
    }

    private <T> void commit(Function<Transaction, Uni<T>> work) {
        database.transaction(work).await().atMost(PATIENCE);
    }

    /** As consumers run them: what times out while it waits for a lock is done again. */
    private static void inParallel(List<Uni<Void>> transactions) {
        var untilDone = transactions.stream()
                .map(transaction -> transaction
                        .onFailure(SqlFailures::isUnavailable)
                        .retry()
                        .indefinitely())
                .toList();
        Uni.join().all(untilDone).andCollectFailures().await().atMost(PATIENCE);
    }
}
