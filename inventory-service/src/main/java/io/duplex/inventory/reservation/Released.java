package io.duplex.inventory.reservation;

import io.duplex.chassis.events.Event;
import io.duplex.inventory.stock.StockChange;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reservation that has just ended without a sale. */
record Released(UUID orderId, long version, List<ReservedLine> lines) {

    /** From its rows, one per line. */
    static Released from(List<Row> rows) {
        var lines = rows.stream()
                .map(row -> new ReservedLine(row.getString("sku"), row.getLong("quantity")))
                .toList();
        return new Released(rows.get(0).getUUID("order_id"), rows.get(0).getLong("version"), lines);
    }

    Stream<StockChange> releases() {
        return lines.stream().map(line -> StockChange.release(line.sku(), line.quantity(), orderId));
    }

    Event fact(@Nullable String cause) {
        return ReservationFact.of("StockReleased", orderId, version, new StockReleased(orderId, lines))
                .causedBy(cause);
    }
}
