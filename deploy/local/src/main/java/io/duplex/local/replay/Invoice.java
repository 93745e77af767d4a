package io.duplex.local.replay;

import io.duplex.local.replay.Entry.Row;
import io.duplex.local.replay.Entry.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All records of one invoice number, and the rules by which they become baskets: the first named customer counts (none:
 * {@value #GUEST}), rows of another are left out; rows of one SKU and price are summed; rows that differ in price from
 * one before go into a basket of their own, since a product has one price at a time.
 */
final class Invoice {
    static final String GUEST = "guest";

    private final String number;
    private final List<Row> rows = new ArrayList<>();
    private final Verdict verdict = new Verdict();

    Invoice(String number) {
        this.number = number;
    }

    void add(Entry entry) {
        if (entry instanceof Row row) {
            rows.add(row);
        } else if (entry instanceof Unusable unusable) {
            verdict.skipRows(unusable.reason(), 1);
        }
    }

    /** The baskets of this invoice, and what is left out of them. */
    Verdict judge() {
        var customer = rows.stream().map(Row::customer).filter(Objects::nonNull).findFirst();
        for (var part : parts(customer.orElse(GUEST))) {
            verdict.decide(part.basket());
        }
        if (verdict.isEmpty()) {
            verdict.skipOrder(SkipReason.NO_ROWS_LEFT);
        }
        return verdict;
    }

    private List<Part> parts(String customer) {
        var parts = new ArrayList<Part>();
        for (var row : rows) {
            if (row.customer() != null && !row.customer().equals(customer)) {
                verdict.skipRows(SkipReason.OTHER_CUSTOMER, 1);
            } else if (parts.stream().noneMatch(part -> part.takes(row))) {
                var part = new Part(parts.isEmpty() ? number : number + '-' + (parts.size() + 1), customer);
                part.takes(row);
                parts.add(part);
            }
        }
        return parts;
    }
}
