package io.duplex.invoice;

import io.duplex.chassis.Ids;
import io.duplex.chassis.sql.Transaction;
import io.duplex.invoice.tax.SellerSettings;
import io.duplex.invoice.tax.TaxSubtotal;
import io.duplex.invoice.tax.TaxTable;
import io.duplex.invoice.tax.Totals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Drafts the invoice of each new order. An order that has its invoice already is passed by. */
@ApplicationScoped
public class DraftInvoices {
    private static final Logger LOG = Logger.getLogger(DraftInvoices.class);
    private static final String DRAFT =
            """
            WITH draft AS MATERIALIZED (
              SELECT * FROM json_to_recordset($1::text::json) AS (
                id uuid, order_id uuid, customer_id text, destination_country text, currency text,
                net numeric, tax numeric, gross numeric, lines json, taxes json)),
            made AS (
              INSERT INTO document (id, kind, order_id, customer_id, buyer_id, destination_country, currency, net, tax, gross)
              SELECT id, 'INVOICE', order_id, customer_id, id, destination_country, currency, net, tax, gross
                FROM draft ORDER BY order_id
              ON CONFLICT (order_id) WHERE kind = 'INVOICE' DO NOTHING
              RETURNING id),
            buyers AS (
              INSERT INTO buyer (id, customer_number, country)
              SELECT id, customer_id, destination_country FROM draft JOIN made USING (id)),
            lines AS (
              INSERT INTO document_line (document_id, position, sku, name, quantity, unit_price, net, tax_category)
              SELECT id, position, line.sku, line.name, line.quantity, line.unit_price, line.net, line.tax_category
                FROM draft JOIN made USING (id),
                     ROWS FROM (json_to_recordset(draft.lines) AS (
                       sku text, name text, quantity integer, unit_price numeric, net numeric, tax_category text))
                     WITH ORDINALITY AS line (sku, name, quantity, unit_price, net, tax_category, position)),
            taxes AS (
              INSERT INTO document_tax (document_id, category, rate, taxable, tax)
              SELECT id, part.category, part.rate, part.taxable, part.tax
                FROM draft JOIN made USING (id),
                     json_to_recordset(draft.taxes) AS part (category text, rate numeric, taxable numeric, tax numeric))
            INSERT INTO invoice_status (document_id, status) SELECT id, 'DRAFT' FROM made
            """;

    private final SqlJson json;
    private final TaxTable taxes;
    private final SellerSettings seller;

    DraftInvoices(SqlJson json, TaxTable taxes, SellerSettings seller) {
        this.json = json;
        this.taxes = taxes;
        this.seller = seller;
    }

    /** Drafts them with the tax of the day on which they were placed; each order once. */
    public Uni<Void> draft(Transaction transaction, List<NewOrder> orders) {
        return transaction
                .execute(DRAFT, json.write(orders.stream().map(this::draftOf).toList()))
                .invoke(made -> {
                    if (made.rowCount() < orders.size()) {
                        LOG.infof("%d orders had their invoice already", orders.size() - made.rowCount());
                    }
                })
                .replaceWithVoid();
    }

    private Draft draftOf(NewOrder order) {
        var day = order.placedAt().atZone(seller.zone()).toLocalDate();
        var totals = Totals.of(order.taxable(), taxes.on(day));
        return new Draft(
                Ids.next(),
                order.orderId(),
                order.customerId(),
                order.destinationCountry(),
                order.currency().getCode(),
                totals.net().getAmount(),
                totals.tax().getAmount(),
                totals.gross().getAmount(),
                order.lines(),
                totals.subtotals());
    }

    record Draft(
            UUID id,
            UUID orderId,
            String customerId,
            String destinationCountry,
            String currency,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            List<DocumentLine> lines,
            List<TaxSubtotal> taxes) {}
}
