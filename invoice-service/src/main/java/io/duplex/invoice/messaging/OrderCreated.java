package io.duplex.invoice.messaging;

import io.duplex.invoice.DocumentLine;
import io.duplex.invoice.NewOrder;
import io.duplex.invoice.tax.TaxCategory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An order was accepted: what of it an invoice needs. */
record OrderCreated(
        UUID orderId,
        String customerId,
        List<Line> lines,
        String currency,
        String destinationCountry,
        OffsetDateTime createdAt) {

    /** A line; the unit price is net. */
    record Line(String sku, String name, int quantity, Money unitPrice, TaxCategory taxCategory) {
        DocumentLine asDocumentLine() {
            return DocumentLine.of(sku, name, quantity, unitPrice, taxCategory);
        }
    }

    NewOrder asNewOrder() {
        return new NewOrder(
                orderId,
                customerId,
                CurrencyUnit.of(currency),
                destinationCountry,
                createdAt.toInstant(),
                lines.stream().map(Line::asDocumentLine).toList());
    }
}
