package io.duplex.order.timeline;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far somebody has followed: everything up to here has been told, and nothing can appear there any more.
 *
 * @param xid the transaction that wrote the fact, in PostgreSQL's numbering
 * @param position of the fact within it
 */
public record Cursor(String xid, long position) {
    /** Before every fact. */
    public static final Cursor START = new Cursor("0", 0);

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** The cursor that a client has been given; empty when it is none of ours. */
    public static Optional<Cursor> parse(String text) {
        var parts = SYNTAX.matcher(text);
        return parts.matches()
                ? Optional.of(new Cursor(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    static Cursor from(Row row) {
        return new Cursor(row.getString("xid"), row.getLong("position"));
    }

    @Override
    public String toString() {
        return xid + "-" + position;
    }
}
