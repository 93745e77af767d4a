package io.duplex.invoice;

import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.invoice.tax.TaxSubtotal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Finds and locks the invoices of orders to which something happened. */
@Singleton
class LockInvoices {
    private static final Logger LOG = Logger.getLogger(LockInvoices.class);
    private static final String LOCK =
            """
            SELECT document.id, order_id, customer_id, currency, number, net, tax, gross, status, version,
                   (SELECT json_agg(document_tax)::text FROM document_tax WHERE document_id = document.id) AS taxes
              FROM document JOIN invoice_status ON document_id = document.id
             WHERE kind = 'INVOICE' AND order_id = ANY($1)
             ORDER BY order_id FOR NO KEY UPDATE OF document, invoice_status
            """;

    private final SqlJson json;

    LockInvoices(SqlJson json) {
        this.json = json;
    }

    /**
     * The invoices that stand where the facts expect them, in the facts' order; facts that come late are passed by. Fails
     * when an order has no invoice: its draft comes first in its topic.
     */
    Uni<List<LockedInvoice>> lock(Transaction transaction, List<OrderFact> facts, Set<InvoiceStatus> expected) {
        var orders = facts.stream().map(OrderFact::orderId).toArray(UUID[]::new);
        return transaction
                .execute(LOCK, (Object) orders)
                .map(LockInvoices::byOrder)
                .map(rows -> facts.stream()
                        .map(fact -> locked(rows, fact))
                        .filter(invoice -> standsWhereExpected(invoice, expected))
                        .toList())
                .invoke(standing -> transaction.passBy(facts.size() - standing.size()));
    }

    private static Map<UUID, Row> byOrder(RowSet<Row> rows) {
        return Rows.list(rows, row -> row).stream()
                .collect(Collectors.toMap(row -> row.getUUID("order_id"), row -> row));
    }

    private LockedInvoice locked(Map<UUID, Row> rows, OrderFact fact) {
        var row = Optional.ofNullable(rows.get(fact.orderId())).orElseThrow(() -> new InvoiceMissing(fact.orderId()));
        return LockedInvoice.of(row, fact, json.read(row.getString("taxes"), TaxSubtotal.class));
    }

    private static boolean standsWhereExpected(LockedInvoice invoice, Set<InvoiceStatus> expected) {
        var stands = expected.contains(invoice.status());
        if (!stands) {
            LOG.infof(
                    "Event %s is passed by: the invoice of order %s is %s",
                    invoice.fact().cause(), invoice.fact().orderId(), invoice.status());
        }
        return stands;
    }
}
