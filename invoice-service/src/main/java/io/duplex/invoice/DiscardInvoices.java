package io.duplex.invoice;

import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Discards the drafts of orders that came to nothing: they never had a number, and nobody heard of them. */
@ApplicationScoped
public class DiscardInvoices {
    private static final String DISCARD =
            """
            UPDATE invoice_status SET status = 'DISCARDED', version = version + 1, updated_at = clock_timestamp()
             WHERE document_id = ANY($1)
            """;

    private final LockInvoices invoices;

    DiscardInvoices(LockInvoices invoices) {
        this.invoices = invoices;
    }

    /** Discards the drafts of rejected orders. */
    public Uni<Void> discard(Transaction transaction, List<OrderFact> rejected) {
        return invoices.lock(transaction, rejected, Set.of(InvoiceStatus.DRAFT))
                .chain(drafts -> discardLocked(transaction, drafts));
    }

    Uni<Void> discardLocked(Transaction transaction, List<LockedInvoice> drafts) {
        var ids = drafts.stream().map(LockedInvoice::id).toArray(UUID[]::new);
        return ids.length == 0
                ? Uni.createFrom().voidItem()
                : transaction.execute(DISCARD, (Object) ids).replaceWithVoid();
    }
}
