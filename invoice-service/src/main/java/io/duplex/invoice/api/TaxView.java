package io.duplex.invoice.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.duplex.invoice.Document;
import io.duplex.invoice.tax.TaxCategory;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;

/**
 * What one category owes.
 *
 * @param rate in per cent
 * @param taxable the sum of the category's lines, net
 */
@Schema(name = "InvoiceTax")
record TaxView(
        TaxCategory category,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class, examples = "19.00")
                BigDecimal rate,
        Money taxable,
        Money tax) {

    static List<TaxView> listOf(Document document) {
        return document.taxes().stream()
                .map(part -> new TaxView(
                        part.category(), part.rate(), document.money(part.taxable()), document.money(part.tax())))
                .toList();
    }
}
