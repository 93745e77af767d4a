package io.duplex.invoice.api;

import io.duplex.invoice.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who issued a document. */
@Schema(name = "Seller")
record SellerView(String name, String country) {

    static @Nullable SellerView of(Document document) {
        var name = document.sellerName();
        var country = document.sellerCountry();
        return name == null || country == null ? null : new SellerView(name, country);
    }
}
