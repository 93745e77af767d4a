package io.duplex.chassis.inbox;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one line why an event could not be handled. */
final class Reasons {
    private static final int LONGEST = 1_000;

    private Reasons() {}

    static String of(Throwable failure) {
        var reason = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(5)
                .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .collect(Collectors.joining("; caused by "));
        return Delivery.storable(reason.substring(0, Math.min(reason.length(), LONGEST)));
    }
}
