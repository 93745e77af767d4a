package io.duplex.local.replay;

import io.duplex.local.replay.Basket.Line;
import io.duplex.local.replay.Entry.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A basket while its rows are being collected. */
final class Part {
    private final String reference;
    private final String customer;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private String country = "";
    private int rows;

    Part(String reference, String customer) {
        this.reference = reference;
        this.customer = customer;
    }

    /** Takes a row in, unless it has the same SKU at another price. */
    boolean takes(Row row) {
        var there = lines.get(row.sku());
        if (there != null && !there.unitPrice().equals(row.unitPrice())) {
            return false;
        }
        var quantity = row.quantity() + (there == null ? 0 : there.quantity());
        var name = there == null ? row.name() : there.name();
        lines.put(row.sku(), new Line(row.sku(), name, quantity, row.unitPrice()));
        country = rows == 0 ? row.country() : country;
        rows++;
        return true;
    }

    Basket basket() {
        return new Basket(reference, customer, country, RowRules.cancels(reference), List.copyOf(lines.values()), rows);
    }
}
