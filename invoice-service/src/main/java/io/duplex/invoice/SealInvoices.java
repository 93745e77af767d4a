package io.duplex.invoice;

import io.duplex.chassis.sql.Transaction;
import io.duplex.invoice.tax.SellerSettings;
import io.duplex.invoice.tax.TaxSubtotal;
import io.duplex.invoice.tax.Totals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes drafts into documents that never change again. */
@Singleton
class SealInvoices {
    private static final String REASSESS =
            """
            UPDATE document_tax SET rate = part.rate, tax = part.tax
              FROM json_to_recordset($1::text::json) AS sealed (id uuid, taxes json),
                   json_to_recordset(sealed.taxes) AS part (category text, rate numeric, tax numeric)
             WHERE document_id = sealed.id AND document_tax.category = part.category
            """;

    private static final String SEAL =
            """
            WITH sealed AS MATERIALIZED (
              SELECT * FROM json_to_recordset($1::text::json) AS (id uuid, number text, tax numeric, gross numeric)),
            documents AS (
              UPDATE document SET number = sealed.number, tax = sealed.tax, gross = sealed.gross, issue_date = $2,
                                  due_date = $3, seller_name = $4, seller_country = $5
                FROM sealed WHERE document.id = sealed.id)
            UPDATE invoice_status SET status = 'ISSUED', version = version + 1, updated_at = clock_timestamp()
              FROM sealed WHERE document_id = sealed.id
            """;

    private final SellerSettings seller;
    private final SqlJson json;

    SealInvoices(SellerSettings seller, SqlJson json) {
        this.seller = seller;
        this.json = json;
    }

    /**
     * A draft that is about to be sealed.
     *
     * @param totals by the rates of the issue date
     */
    record Sealed(LockedInvoice draft, String number, Totals totals) {
        boolean ratesHaveChanged() {
            return !Set.copyOf(totals.subtotals()).equals(Set.copyOf(draft.taxes()));
        }

        Row row() {
            return new Row(
                    draft.id(), number, totals.tax().getAmount(), totals.gross().getAmount(), totals.subtotals());
        }
    }

    /** Writes them; taxes are touched only where a new rate came to hold since the draft. */
    Uni<Void> seal(Transaction transaction, List<Sealed> invoices, LocalDate issueDate, LocalDate dueDate) {
        var changed = invoices.stream().filter(Sealed::ratesHaveChanged).toList();
        var reassessed = changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.execute(REASSESS, rows(changed)).replaceWithVoid();
        return reassessed
                .chain(() ->
                        transaction.execute(SEAL, rows(invoices), issueDate, dueDate, seller.name(), seller.country()))
                .replaceWithVoid();
    }

    private String rows(List<Sealed> invoices) {
        return json.write(invoices.stream().map(Sealed::row).toList());
    }

    record Row(UUID id, String number, BigDecimal tax, BigDecimal gross, List<TaxSubtotal> taxes) {}
}
