package io.duplex.inventory.shipment;

import io.duplex.chassis.Ids;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads shipments. */
@ApplicationScoped
public class FindShipments {
    private final Database database;
    private final Shipments shipments;

    FindShipments(Database database, Shipments shipments) {
        this.database = database;
        this.shipments = shipments;
    }

    /**
     * Which shipments are asked for; null means any.
     *
     * @param after the last shipment of the page before
     */
    public record Filter(@Nullable UUID orderId, @Nullable ShipmentStatus status, @Nullable UUID after) {}

    /** One shipment; 404 when the id is none, or unknown. */
    public Uni<Shipment> one(String id) {
        return shipments.one(idOf(id));
    }

    /** The newest shipments that match, at most so many. */
    public Uni<List<Shipment>> newest(Filter filter, int limit) {
        var parameters = new ArrayList<Object>();
        var where = new ArrayList<String>();
        given(filter.orderId(), "order_id = $", parameters, where);
        given(filter.status() == null ? null : filter.status().name(), "status = $", parameters, where);
        given(filter.after(), "id < $", parameters, where);
        var condition = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        parameters.add((long) limit);
        return database.execute(
                        "SELECT * FROM shipment" + condition + " ORDER BY id DESC LIMIT $" + parameters.size(),
                        parameters.toArray())
                .map(rows -> Rows.list(rows, Shipment::from));
    }

    private static void given(@Nullable Object value, String condition, List<Object> parameters, List<String> where) {
        if (value != null) {
            parameters.add(value);
            where.add(condition + parameters.size());
        }
    }

    /** The id that a text stands for; 404 when it is none. */
    static UUID idOf(String text) {
        return Ids.parse(text).orElseThrow(Shipments::unknown);
    }
}
