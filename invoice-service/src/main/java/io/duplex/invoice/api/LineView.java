package io.duplex.invoice.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.duplex.invoice.Document;
import io.duplex.invoice.tax.TaxCategory;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;

/**
 * A line of a document.
 *
 * @param unitPrice net
 * @param net quantity × unit price
 * @param taxRate in per cent
 */
@Schema(name = "InvoiceLine")
record LineView(
        String sku,
        String name,
        int quantity,
        Money unitPrice,
        Money net,
        TaxCategory taxCategory,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class, examples = "19.00")
                BigDecimal taxRate) {

    static List<LineView> listOf(Document document) {
        return document.lines().stream()
                .map(line -> new LineView(
                        line.sku(),
                        line.name(),
                        line.quantity(),
                        document.money(line.unitPrice()),
                        document.money(line.net()),
                        line.taxCategory(),
                        document.taxRate(line)))
                .toList();
    }
}
