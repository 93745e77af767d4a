package io.duplex.order.catalogue;

import java.util.Set;
import org.joda.money.Money;

/** What can be true of a product at all; what cannot is no answer. */
final class Sense {
    private static final Set<String> TAX_CATEGORIES = Set.of("STANDARD", "REDUCED", "ZERO");

    private Sense() {}

    static boolean ofProduct(String name, Money unitPrice, String taxCategory) {
        return !name.isBlank() && unitPrice.isPositive() && TAX_CATEGORIES.contains(taxCategory);
    }
}
