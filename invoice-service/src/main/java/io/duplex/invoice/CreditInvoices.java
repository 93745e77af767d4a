package io.duplex.invoice;

import io.duplex.chassis.Ids;
import io.duplex.chassis.events.Event;
import io.duplex.chassis.sql.Transaction;
import io.duplex.invoice.NumberSeries.Numbers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** Credits issued invoices in full: each gets a credit note with its own lines, taxes and buyer. */
@Singleton
class CreditInvoices {
    private static final String CREDIT =
            """
            WITH note AS MATERIALIZED (
              SELECT * FROM json_to_recordset($1::text::json) AS (id uuid, invoice_id uuid, number text, reason text, cause text)),
            documents AS (
              INSERT INTO document (id, kind, order_id, customer_id, buyer_id, destination_country, currency, net, tax, gross,
                                    seller_name, seller_country, number, issue_date, corrects, reason, cause)
              SELECT note.id, 'CREDIT_NOTE', order_id, customer_id, buyer_id, destination_country, currency, net, tax, gross,
                     seller_name, seller_country, note.number, $2, invoice_id, note.reason, note.cause
                FROM note JOIN document ON document.id = invoice_id),
            lines AS (
              INSERT INTO document_line (document_id, position, sku, name, quantity, unit_price, net, tax_category)
              SELECT id, position, sku, name, quantity, unit_price, net, tax_category
                FROM note JOIN document_line ON document_id = invoice_id),
            taxes AS (
              INSERT INTO document_tax (document_id, category, rate, taxable, tax)
              SELECT id, category, rate, taxable, tax FROM note JOIN document_tax ON document_id = invoice_id)
            UPDATE invoice_status SET status = 'CREDITED', version = version + 1, updated_at = clock_timestamp()
              FROM note WHERE document_id = invoice_id
            """;

    private final NumberSeries series;
    private final SqlJson json;

    CreditInvoices(NumberSeries series, SqlJson json) {
        this.series = series;
        this.json = json;
    }

    Uni<Void> credit(Transaction transaction, List<LockedInvoice> issued) {
        return issued.isEmpty()
                ? Uni.createFrom().voidItem()
                : series.take(transaction, NumberSeries.CREDIT_NOTES, issued.size())
                        .chain(numbers -> credit(transaction, issued, numbers));
    }

    private Uni<Void> credit(Transaction transaction, List<LockedInvoice> issued, Numbers numbers) {
        var notes = IntStream.range(0, issued.size())
                .mapToObj(i -> Note.of(issued.get(i), numbers.get(i)))
                .toList();
        var events = IntStream.range(0, issued.size())
                .mapToObj(i -> event(issued.get(i), notes.get(i), numbers))
                .toList();
        return transaction
                .execute(CREDIT, json.write(notes), numbers.issueDate())
                .chain(() -> transaction.publish(events));
    }

    private static Event event(LockedInvoice invoice, Note note, Numbers numbers) {
        return new CreditNoteIssued(
                        note.id(),
                        invoice.fact().orderId(),
                        note.number(),
                        Objects.requireNonNull(invoice.number()),
                        invoice.customerId(),
                        invoice.net(),
                        invoice.tax(),
                        invoice.gross(),
                        numbers.issueDate())
                .asEvent(note.cause());
    }

    record Note(UUID id, UUID invoiceId, String number, String reason, String cause) {
        static Note of(LockedInvoice invoice, String number) {
            var fact = invoice.fact();
            var reason = Objects.requireNonNullElse(fact.reason(), "The order was cancelled.");
            return new Note(Ids.next(), invoice.id(), number, reason, fact.cause());
        }
    }
}
