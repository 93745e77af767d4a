package io.duplex.invoice;

import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.invoice.tax.SellerSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * Gapless numbers of issued documents, per series and year. The counter is updated by the transaction that issues: a
 * rollback takes its numbers back, and another one that issues waits for the commit.
 */
@Singleton
class NumberSeries {
    static final String INVOICES = "INV";
    static final String CREDIT_NOTES = "CN";

    /** All series are locked, in one order, since a batch may need one after the other in any order. */
    private static final String TAKE =
            """
            WITH locked AS MATERIALIZED (
              SELECT series, greatest(last_issue_date, (clock_timestamp() AT TIME ZONE $3)::date) AS today
                FROM number_series ORDER BY series COLLATE "C" FOR UPDATE)
            UPDATE number_series
               SET last_number = CASE WHEN year = extract(year FROM today) THEN last_number ELSE 0 END + $2,
                   year = extract(year FROM today), last_issue_date = today
              FROM locked
             WHERE number_series.series = $1 AND locked.series = $1
            RETURNING last_number - $2 + 1 AS first, last_issue_date
            """;

    private final SellerSettings seller;

    NumberSeries(SellerSettings seller) {
        this.seller = seller;
    }

    /**
     * Numbers in a row.
     *
     * @param issueDate the seller's today or, if that is later, the last issue date of the series
     * @param first the first one's position in its series and year
     */
    record Numbers(String series, LocalDate issueDate, int first) {
        /** Such as {@code INV-2026-000001}: the first and so many more. */
        String get(int further) {
            return "%s-%d-%06d".formatted(series, issueDate.getYear(), first + further);
        }
    }

    /** Takes so many numbers at once. */
    Uni<Numbers> take(Transaction transaction, String series, int count) {
        return transaction.execute(TAKE, series, count, seller.zone().getId()).map(rows -> Rows.first(
                        rows, row -> new Numbers(series, row.getLocalDate("last_issue_date"), row.getInteger("first")))
                .orElseThrow());
    }
}
