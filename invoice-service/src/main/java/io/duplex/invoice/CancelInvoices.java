package io.duplex.invoice;

import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What a cancelled order does to its invoice: a draft is discarded, an issued one is credited. */
@ApplicationScoped
public class CancelInvoices {
    private final LockInvoices invoices;
    private final DiscardInvoices discarding;
    private final CreditInvoices crediting;

    CancelInvoices(LockInvoices invoices, DiscardInvoices discarding, CreditInvoices crediting) {
        this.invoices = invoices;
        this.discarding = discarding;
        this.crediting = crediting;
    }

    /** Discards or credits the invoices of cancelled orders. */
    public Uni<Void> cancel(Transaction transaction, List<OrderFact> cancelled) {
        return invoices.lock(transaction, cancelled, Set.of(InvoiceStatus.DRAFT, InvoiceStatus.ISSUED))
                .call(locked -> discarding.discardLocked(transaction, standing(InvoiceStatus.DRAFT, locked)))
                .chain(locked -> crediting.credit(transaction, standing(InvoiceStatus.ISSUED, locked)));
    }

    private static List<LockedInvoice> standing(InvoiceStatus status, List<LockedInvoice> invoices) {
        return invoices.stream().filter(invoice -> invoice.status() == status).toList();
    }
}
