package io.duplex.invoice.tax;

import io.smallrye.config.ConfigMapping;
import java.time.ZoneId;

/** Who invoices: named on each document, and deciding its taxes and dates. */
@ConfigMapping(prefix = "invoice.seller")
public interface SellerSettings {
    /** The company's name. */
    String name();

    /** ISO 3166-1 alpha-2: the country whose rates hold. */
    String country();

    /** The time zone whose calendar dates the documents. */
    ZoneId zone();
}
