package io.duplex.invoice.tax;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The seller's tax rates by category and date. A country that lacks a category's rate stops the service's start. */
@Startup
@Singleton
public class TaxTable {
    private final String country;
    private final Map<TaxCategory, Map<LocalDate, BigDecimal>> rates;

    TaxTable(TaxSettings settings, SellerSettings seller) {
        country = seller.country();
        rates = settings.rates().getOrDefault(country, Map.of());
        for (var category : TaxCategory.values()) {
            rate(category, LocalDate.now(seller.zone()));
        }
    }

    /** The rates that hold on a day. */
    public TaxRates on(LocalDate day) {
        return category -> rate(category, day);
    }

    private BigDecimal rate(TaxCategory category, LocalDate day) {
        return Optional.ofNullable(new TreeMap<>(rates.getOrDefault(category, Map.of())).floorEntry(day))
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalStateException(
                        "invoice.tax.rates.%s.%s has no rate for %s".formatted(country, category, day)));
    }
}
