package io.duplex.invoice;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.sql.Transaction;
import io.duplex.invoice.NumberSeries.Numbers;
import io.duplex.invoice.SealInvoices.Sealed;
import io.duplex.invoice.tax.TaxTable;
import io.duplex.invoice.tax.Totals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Issues the drafts of confirmed orders: with number, dates, and the taxes of the issue date. */
@ApplicationScoped
public class IssueInvoices {
    private final LockInvoices invoices;
    private final NumberSeries series;
    private final SealInvoices sealing;
    private final TaxTable taxes;
    private final InvoiceSettings settings;

    IssueInvoices(
            LockInvoices invoices,
            NumberSeries series,
            SealInvoices sealing,
            TaxTable taxes,
            InvoiceSettings settings) {
        this.invoices = invoices;
        this.series = series;
        this.sealing = sealing;
        this.taxes = taxes;
        this.settings = settings;
    }

    /** Issues the drafts of these orders, numbered in this order, and tells it. */
    public Uni<Void> issue(Transaction transaction, List<OrderFact> confirmed) {
        return invoices.lock(transaction, confirmed, Set.of(InvoiceStatus.DRAFT))
                .chain(drafts -> drafts.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : series.take(transaction, NumberSeries.INVOICES, drafts.size())
                                .chain(numbers -> issue(transaction, drafts, numbers)));
    }

    private Uni<Void> issue(Transaction transaction, List<LockedInvoice> drafts, Numbers numbers) {
        var dueDate = numbers.issueDate().plus(settings.paymentTerm());
        var rates = taxes.on(numbers.issueDate());
        var sealed = IntStream.range(0, drafts.size())
                .mapToObj(i -> new Sealed(
                        drafts.get(i), numbers.get(i), Totals.of(drafts.get(i).taxable(), rates)))
                .toList();
        return sealing.seal(transaction, sealed, numbers.issueDate(), dueDate)
                .chain(() -> transaction.publish(sealed.stream()
                        .map(invoice -> issued(invoice, numbers.issueDate(), dueDate))
                        .toList()));
    }

    private static Event issued(Sealed invoice, LocalDate issueDate, LocalDate dueDate) {
        var draft = invoice.draft();
        var totals = invoice.totals();
        return new InvoiceIssued(
                        draft.id(),
                        draft.fact().orderId(),
                        invoice.number(),
                        draft.customerId(),
                        totals.net(),
                        totals.tax(),
                        totals.gross(),
                        issueDate,
                        dueDate)
                .asEvent(draft.version() + 1, draft.fact().cause());
    }
}
