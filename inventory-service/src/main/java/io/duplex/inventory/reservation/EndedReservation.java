package io.duplex.inventory.reservation;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation that has just ended.
 *
 * @param cause the id of the event, or request, for which it was made, if known
 */
record EndedReservation(UUID orderId, long version, @Nullable String cause, List<ReservedLine> lines) {

    /** From its rows, one per line. */
    static EndedReservation from(List<Row> rows) {
        var lines = rows.stream()
                .map(row -> new ReservedLine(row.getString("sku"), row.getLong("quantity")))
                .toList();
        var first = rows.get(0);
        return new EndedReservation(
                first.getUUID("order_id"), first.getLong("version"), first.getString("cause"), lines);
    }
}
