package io.duplex.order.analytics;

import io.duplex.chassis.http.Problem;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which buckets are asked for: all that have a part in the time from {@code from} (inclusive) to {@code to} (exclusive).
 *
 * @param from the beginning of the first bucket
 */
public record SalesRange(BucketSize size, OffsetDateTime from, OffsetDateTime to) {
    private static final OffsetDateTime EARLIEST = OffsetDateTime.parse("2000-01-01T00:00:00Z");
    private static final OffsetDateTime LATEST = OffsetDateTime.parse("2100-01-01T00:00:00Z");

    /**
     * The range that a caller asks for, until now and as far back as is usual where the caller does not say. Refuses one
     * that is empty, or too long to be answered at once.
     */
    public static SalesRange of(
            BucketSize size, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to, OffsetDateTime now) {
        var end = known("to", to == null ? now : to);
        var beginning = known("from", from == null ? end.minus(size.usual()) : from);
        if (!beginning.isBefore(end)) {
            throw invalid("from is not before to.");
        }
        if (beginning.plus(size.most()).isBefore(end)) {
            throw invalid("At most " + size.most().toDays() + " days are answered at once by the " + size.word() + ".");
        }
        return new SalesRange(size, size.startOf(beginning), end);
    }

    /** The bucket in which a moment lies. */
    static SalesRange at(BucketSize size, OffsetDateTime moment) {
        var start = size.startOf(moment.withOffsetSameInstant(ZoneOffset.UTC));
        return new SalesRange(size, start, size.next(start));
    }

    /** Where its buckets begin, oldest first. */
    List<OffsetDateTime> starts() {
        var starts = new ArrayList<OffsetDateTime>();
        for (var start = from; start.isBefore(to); start = size.next(start)) {
            starts.add(start);
        }
        return starts;
    }

    private static OffsetDateTime known(String parameter, OffsetDateTime moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw invalid(parameter + " is out of the time that is known here.");
        }
        return moment.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static Problem invalid(String detail) {
        return Problem.badRequest("invalid-parameter", detail);
    }
}
