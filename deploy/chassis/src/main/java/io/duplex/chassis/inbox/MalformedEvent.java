package io.duplex.chassis.inbox;

/** A record that claims to be an event that is handled here, and cannot be read as one: it will never succeed. */
public class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEvent(String what) {
        super(what);
    }

    MalformedEvent(String what, Throwable cause) {
        super(what, cause);
    }
}
