package io.duplex.invoice.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxTableTest {
    private static final Map<String, String> GERMANY = Map.of(
            "invoice.seller.name", "Duplex",
            "invoice.seller.country", "DE",
            "invoice.seller.zone", "Europe/Berlin",
            "invoice.tax.rates.DE.STANDARD.2020-07-01", "16.00",
            "invoice.tax.rates.DE.STANDARD.2021-01-01", "19.00",
            "invoice.tax.rates.DE.REDUCED.2021-01-01", "7.00",
            "invoice.tax.rates.DE.ZERO.1968-01-01", "0.00");

    @Test
    void appliesARateFromItsFirstDayOn() {
        var table = table(GERMANY);

        assertThat(table.on(LocalDate.parse("2020-12-31")).of(TaxCategory.STANDARD))
                .isEqualTo("16.00");
        assertThat(table.on(LocalDate.parse("2021-01-01")).of(TaxCategory.STANDARD))
                .isEqualTo("19.00");
    }

    @Test
    void knowsNoRateBeforeTheFirst() {
        var table = table(GERMANY);

        assertThatThrownBy(() -> table.on(LocalDate.parse("2020-06-30")).of(TaxCategory.STANDARD))
                .hasMessage("invoice.tax.rates.DE.STANDARD has no rate for 2020-06-30");
    }

    @Test
    void doesNotStartWithoutTheSellersRates() {
        var elsewhere = new HashMap<>(GERMANY);
        elsewhere.put("invoice.seller.country", "FR");

        assertThatThrownBy(() -> table(elsewhere)).hasMessageContaining("invoice.tax.rates.FR.STANDARD has no rate");
    }

    private static TaxTable table(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(TaxSettings.class)
                .withMapping(SellerSettings.class)
                .withDefaultValues(settings)
                .build();
        return new TaxTable(config.getConfigMapping(TaxSettings.class), config.getConfigMapping(SellerSettings.class));
    }
}
