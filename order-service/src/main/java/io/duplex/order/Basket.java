package io.duplex.order;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What an order will contain, priced.
 *
 * @param lines in the order in which the SKUs were first named
 * @param total the sum of the lines, net
 * @param availability what is known of the stock
 */
public record Basket(List<OrderLine> lines, Money total, Availability availability) {

    /** A basket of priced lines; there is at least one. */
    public static Basket of(List<PricedLine> priced, Availability availability) {
        var lines = new ArrayList<OrderLine>();
        for (var line : priced) {
            lines.add(new OrderLine(
                    lines.size(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice().getAmount(),
                    line.taxCategory()));
        }
        return new Basket(
                List.copyOf(lines),
                Money.total(priced.stream().map(PricedLine::total).toList()),
                availability);
    }

    /**
     * A line with the price of the moment.
     *
     * @param unitPrice net
     */
    public record PricedLine(String sku, String name, int quantity, Money unitPrice, String taxCategory) {
        /** Quantity × unit price, net. */
        public Money total() {
            return unitPrice.multipliedBy(quantity);
        }
    }
}
