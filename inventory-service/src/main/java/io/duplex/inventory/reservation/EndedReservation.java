package io.duplex.inventory.reservation;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;

/** A reservation that has just ended. */
record EndedReservation(UUID orderId, long version, List<ReservedLine> lines) {

    /** From its rows, one per line. */
    static EndedReservation from(List<Row> rows) {
        var lines = rows.stream()
                .map(row -> new ReservedLine(row.getString("sku"), row.getLong("quantity")))
                .toList();
        return new EndedReservation(rows.get(0).getUUID("order_id"), rows.get(0).getLong("version"), lines);
    }
}
