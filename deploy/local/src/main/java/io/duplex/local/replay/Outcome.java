package io.duplex.local.replay;

import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * What has become of a placed order.
 *
 * @param status as the suite names it, PENDING where nobody could tell
 * @param invoices the issued ones, also when a credit note has taken one back
 */
record Outcome(PlacedOrder order, String status, List<IssuedInvoice> invoices) {
    private static final Set<String> STANDING = Set.of("CONFIRMED", "SHIPPED", "COMPLETED");

    /** Whether the order holds and is to be paid. */
    boolean stands() {
        return STANDING.contains(status);
    }

    boolean pending() {
        return status.equals("PENDING");
    }

    /** Whether nothing more is to be waited for: not pending, and invoiced where it stands. */
    boolean settled() {
        return stands() ? !invoices.isEmpty() : !pending();
    }

    /** Whether one invoice, over the order's total, is there for an order that stands. */
    boolean invoicedRightly() {
        return invoices.size() == 1 && invoices.get(0).net().equals(order.total());
    }

    Money total() {
        return order.total();
    }
}
