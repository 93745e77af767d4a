package io.duplex.chassis.inbox;

import org.jspecify.annotations.Nullable;

/** A record that claims to be an event that is handled here, and cannot be read as one: it will never succeed. */
public class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Delivery delivery;

    MalformedEvent(Delivery delivery, String what) {
        this(delivery, what, null);
    }

    MalformedEvent(Delivery delivery, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.delivery = delivery;
    }

    /** The record, as it came. */
    Delivery delivery() {
        return delivery;
    }
}
