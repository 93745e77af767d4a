package io.duplex.invoice.api;

import io.duplex.invoice.Buyer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is billed. */
@Schema(name = "Buyer")
record BuyerView(String customerNumber, String country) {

    static BuyerView of(Buyer buyer) {
        return new BuyerView(buyer.customerNumber(), buyer.country());
    }
}
