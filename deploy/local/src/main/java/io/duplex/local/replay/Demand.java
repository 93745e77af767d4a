package io.duplex.local.replay;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What all orders of a history need together: for each product its name and price at first sight, and its pieces. */
final class Demand {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private int baskets;
    private Money net;

    /** One product. */
    record Item(String sku, String name, Money unitPrice, long pieces) {
        Item plus(Item other) {
            return new Item(sku, name, unitPrice, pieces + other.pieces);
        }
    }

    private Demand(CurrencyUnit currency) {
        net = Money.zero(currency);
    }

    static Demand of(OrderHistory history, CurrencyUnit currency) throws IOException {
        var demand = new Demand(currency);
        history.forEachInvoice(verdict -> verdict.baskets().forEach(demand::add));
        return demand;
    }

    Collection<Item> items() {
        return items.values();
    }

    /** Orders and cancellations. */
    int baskets() {
        return baskets;
    }

    /** The net total of all orders, those that are cancelled later included. */
    Money net() {
        return net;
    }

    private void add(Basket basket) {
        baskets++;
        if (!basket.cancels()) {
            net = net.plus(basket.total());
            for (var line : basket.lines()) {
                items.merge(
                        line.sku(), new Item(line.sku(), line.name(), line.unitPrice(), line.quantity()), Item::plus);
            }
        }
    }
}
