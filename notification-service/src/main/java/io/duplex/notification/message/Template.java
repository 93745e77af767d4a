package io.duplex.notification.message;

import io.duplex.notification.Channel;
import java.util.Arrays;
import java.util.Set;

/** What can be said. What the law wants said goes by email, wanted or not; the rest by every channel that is wanted. */
public enum Template {
    ORDER_CONFIRMED("order-confirmed", OrderConfirmed.class, false),
    ORDER_REJECTED("order-rejected", OrderRejected.class, false),
    ORDER_CANCELLED("order-cancelled", OrderCancelled.class, false),
    INVOICE_ISSUED("invoice-issued", InvoiceIssued.class, true),
    INVOICE_CREDITED("invoice-credited", CreditNoteIssued.class, true),
    INVENTORY_LOW("inventory-low", InventoryLow.class, false);

    private final String id;
    private final Class<?> fact;
    private final boolean legal;

    Template(String id, Class<?> fact, boolean legal) {
        this.id = id;
        this.fact = fact;
        this.legal = legal;
    }

    /** The template with this name. */
    public static Template of(String id) {
        return Arrays.stream(values())
                .filter(template -> template.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no template " + id));
    }

    /** Its name in the API and in the folder of templates. */
    public String id() {
        return id;
    }

    /** The record that its text is made from. */
    public Class<?> fact() {
        return fact;
    }

    /** Whether it is sent even to those who opted out of the channel. */
    public boolean legal() {
        return legal;
    }

    /** The channels that carry it. */
    public Set<Channel> channels() {
        return legal ? Set.of(Channel.EMAIL) : Set.of(Channel.EMAIL, Channel.SMS);
    }
}
