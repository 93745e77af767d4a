package io.duplex.order.timeline;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/**
 * A fact that a stream has not been told.
 *
 * @param settled whether nothing can appear before it any more; until then it has to wait
 */
record News(OrderStream stream, Cursor cursor, Fact fact, boolean settled) {

    static News from(Row row, List<OrderStream> streams) {
        return new News(
                streams.get(row.getInteger("wanted")), Cursor.from(row), Fact.from(row), row.getBoolean("settled"));
    }

    void tell() {
        stream.tell(cursor, fact);
    }
}
