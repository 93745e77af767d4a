package io.duplex.invoice.tax;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** {@code invoice.tax.rates.<country>.<category>.<first day>=<per cent>}. */
@ConfigMapping(prefix = "invoice.tax")
public interface TaxSettings {
    /** By ISO 3166 country and category: each rate with the first day on which it holds. */
    Map<String, Map<TaxCategory, Map<LocalDate, BigDecimal>>> rates();
}
