package io.duplex.order;

import java.util.UUID;

/** A fact that has come before the one that it follows: it is kept until somebody has looked, and may be tried again. */
public class TooEarly extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    TooEarly(UUID order, OrderTransition transition, String status) {
        super("order " + order + " is still " + status + ": too early to " + transition);
    }
}
