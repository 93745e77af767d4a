package io.duplex.invoice.tax;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/**
 * One category of a document's tax (EN 16931 group BG-23), in the document's currency.
 *
 * @param category the category; once per document
 * @param rate in per cent
 * @param taxable the sum of the category's lines, net
 * @param tax what it owes
 */
@Embeddable
public record TaxSubtotal(
        @Enumerated(EnumType.STRING) TaxCategory category, BigDecimal rate, BigDecimal taxable, BigDecimal tax) {}
