package io.duplex.order.api;

import io.duplex.chassis.http.Problem;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A moment as a query parameter: RFC 3339. */
public final class QueryTime {
    private QueryTime() {}

    /** The moment that a parameter names, or null when it is absent. */
    public static @Nullable OffsetDateTime parse(String parameter, @Nullable String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value);
        } catch (DateTimeParseException notATime) {
            throw Problem.badRequest("invalid-parameter", parameter + " is no RFC 3339 date-time.");
        }
    }
}
