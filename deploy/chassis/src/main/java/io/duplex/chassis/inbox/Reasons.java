package io.duplex.chassis.inbox;

import io.duplex.chassis.Failures;

/** Says in one line why an event could not be handled. */
final class Reasons {
    private static final int LONGEST = 1_000;

    private Reasons() {}

    static String of(Throwable failure) {
        var reason = Failures.inWords(failure);
        return Delivery.storable(reason.substring(0, Math.min(reason.length(), LONGEST)));
    }
}
