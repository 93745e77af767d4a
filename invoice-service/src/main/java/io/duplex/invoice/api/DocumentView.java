package io.duplex.invoice.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.invoice.CreditNote;
import io.duplex.invoice.Document;
import io.duplex.invoice.Invoice;
import io.duplex.invoice.InvoiceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note as it is shown.
 *
 * @param number null before it is issued
 * @param invoiceNumber what a credit note corrects; invoices have none
 * @param reason why a credit note was made; invoices have none
 * @param dueDate null for credit notes and before it is issued
 * @param seller null before it is issued
 */
@Schema(
        name = "Invoice",
        description = "An invoice, or a credit note: then with invoiceNumber and reason.",
        requiredProperties = {
            "id",
            "number",
            "status",
            "orderId",
            "customerId",
            "issueDate",
            "dueDate",
            "currency",
            "lines",
            "taxes",
            "net",
            "tax",
            "gross",
            "paid",
            "open",
            "seller",
            "buyer",
            "creditNotes",
            "version"
        })
record DocumentView(
        UUID id,
        @Schema(nullable = true) @Nullable String number,
        InvoiceStatus status,
        UUID orderId,
        String customerId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String invoiceNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @Schema(nullable = true) @Nullable LocalDate issueDate,
        @Schema(nullable = true) @Nullable LocalDate dueDate,
        String currency,
        List<LineView> lines,
        List<TaxView> taxes,
        Money net,
        Money tax,
        Money gross,
        Money paid,
        Money open,
        @Schema(nullable = true) @Nullable SellerView seller,
        BuyerView buyer,
        List<String> creditNotes,
        long version) {
    static final long CREDIT_NOTE_VERSION = 1;

    static DocumentView of(Invoice invoice) {
        var state = new State(
                invoice.status(),
                invoice.paid(),
                invoice.open(),
                List.copyOf(invoice.creditNotes()),
                invoice.version());
        return of(invoice, state, null, null);
    }

    static DocumentView of(CreditNote note) {
        var nothing = Money.zero(note.currency());
        var state = new State(InvoiceStatus.ISSUED, nothing, nothing, List.of(), CREDIT_NOTE_VERSION);
        return of(note, state, note.invoiceNumber(), note.reason());
    }

    private static DocumentView of(
            Document document, State state, @Nullable String invoiceNumber, @Nullable String reason) {
        return new DocumentView(
                document.id(),
                document.number(),
                state.status(),
                document.orderId(),
                document.customerId(),
                invoiceNumber,
                reason,
                document.issueDate(),
                document.dueDate(),
                document.currency().getCode(),
                LineView.listOf(document),
                TaxView.listOf(document),
                document.net(),
                document.tax(),
                document.gross(),
                state.paid(),
                state.open(),
                SellerView.of(document),
                BuyerView.of(document.buyer()),
                state.creditNotes(),
                state.version());
    }

    /** What lies beside an invoice's document, and is fixed for a credit note. */
    private record State(InvoiceStatus status, Money paid, Money open, List<String> creditNotes, long version) {}
}
