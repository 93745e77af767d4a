package io.duplex.invoice.tax;

import java.math.BigDecimal;

/** The rates of one country on one day. */
@FunctionalInterface
public interface TaxRates {
    /** The category's rate in per cent. */
    BigDecimal of(TaxCategory category);
}
