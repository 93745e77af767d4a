package io.duplex.local.replay;

import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * What one customer orders at once, or cancels.
 *
 * @param reference the invoice number, with -2, -3 … where an invoice had to be split; unique in its file
 * @param cancels whether this takes back an earlier basket of the same content
 * @param lines one for each SKU, at least one
 * @param rows how many rows of the file went into it
 */
record Basket(String reference, String customer, String country, boolean cancels, List<Line> lines, int rows) {
    /** So many pieces of one product at one price. */
    record Line(String sku, String name, long quantity, Money unitPrice) {
        Money total() {
            return unitPrice.multipliedBy(quantity);
        }
    }

    Money total() {
        return Money.total(lines.stream().map(Line::total).toList());
    }

    /** A fingerprint that two baskets share when they have the same customer, SKUs and quantities. */
    String contents() {
        return Sha256.of(lines.stream()
                .map(line -> line.sku() + ' ' + line.quantity())
                .sorted()
                .collect(Collectors.joining("\n", customer + '\n', "")));
    }
}
