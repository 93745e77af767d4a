package io.duplex.local.replay;

import java.util.List;
import org.joda.money.Money;

/** The body of POST /v1/orders. */
record NewOrder(List<Line> lines, Address shippingAddress, String reference, Money expectedTotal) {
    record Line(String sku, long quantity) {}

    record Address(String name, String street, String postalCode, String city, String country) {}

    /** The file knows of an address only the country. */
    static NewOrder of(Basket basket, String countryCode) {
        return new NewOrder(
                basket.lines().stream()
                        .map(line -> new Line(line.sku(), line.quantity()))
                        .toList(),
                new Address("Customer " + basket.customer(), "Replay Street 1", "00000", "Replay", countryCode),
                basket.reference(),
                basket.total());
    }
}
