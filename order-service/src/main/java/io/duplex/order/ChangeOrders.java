package io.duplex.order;

import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Executes the transition table: one statement for any number of transitions of one kind, and the facts that they are. */
@ApplicationScoped
public class ChangeOrders {
    private static final String TRANSITION =
            """
            WITH locked AS MATERIALIZED (SELECT id FROM orders WHERE id = ANY($1) ORDER BY id FOR UPDATE)
            UPDATE orders
               SET status = $2, reason = change.reason, shortages = change.shortages,
                   shipment_id = coalesce(change.shipment_id, orders.shipment_id),
                   shipped_by = coalesce(change.shipped_by, orders.shipped_by),
                   version = version + 1, updated_at = clock_timestamp()
              FROM unnest($1::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[])
                     AS change (id, reason, shortages, shipment_id, shipped_by, cause)
              JOIN locked USING (id)
             WHERE orders.id = locked.id AND status = ANY($3)
            RETURNING orders.id, customer_id, currency, total, orders.reason, orders.shipment_id, orders.version,
                      old.status AS previous_status, change.cause
            """;

    private static final String STANDING =
            "SELECT told.id, status FROM unnest($1::uuid[]) AS told (id) LEFT JOIN orders USING (id)";

    private final ShortagesAsJson shortages = new ShortagesAsJson();

    /**
     * What happens to one order.
     *
     * @param reason for people, if there is one
     * @param shipment by which it leaves, when it does
     * @param cause the id of the event or request that led here
     */
    public record Change(
            UUID orderId,
            @Nullable String reason,
            List<Shortage> shortages,
            @Nullable Shipment shipment,
            @Nullable String cause) {

        /** A change that needs no further words. */
        public static Change of(UUID orderId, @Nullable String cause) {
            return new Change(orderId, null, List.of(), null, cause);
        }

        /** The same change with its reason. */
        public Change because(@Nullable String why) {
            return new Change(orderId, why, shortages, shipment, cause);
        }

        /** The same change with what was short. */
        public Change forWantOf(List<Shortage> missing) {
            return new Change(orderId, reason, missing, shipment, cause);
        }

        Change by(Shipment shipping) {
            return new Change(orderId, reason, shortages, shipping, cause);
        }
    }

    /**
     * Does one transition on many orders and tells the facts, in the transaction at hand. Orders that have gone past it
     * are passed by. Fails when there is no such order, since an order exists before anybody can hear of it, and when an
     * order has yet to get where the transition starts, since what is passed by then would be lost.
     *
     * @return how many orders changed
     */
    public Uni<Integer> change(Transaction transaction, OrderTransition transition, List<Change> changes) {
        return transaction
                .execute(
                        TRANSITION,
                        column(changes, Change::orderId, UUID[]::new),
                        transition.to().name(),
                        transition.fromNames(),
                        column(changes, Change::reason, String[]::new),
                        column(changes, change -> shortages.convertToDatabaseColumn(change.shortages()), String[]::new),
                        column(changes, change -> Shipment.idOf(change.shipment()), UUID[]::new),
                        column(changes, change -> Shipment.actorOf(change.shipment()), String[]::new),
                        column(changes, Change::cause, String[]::new))
                .map(rows -> Rows.list(rows, row -> OrderEvents.changed(transition, row, changes)))
                .call(transaction::publish)
                .map(List::size)
                .call(changed -> passBy(transaction, transition, changes, changes.size() - changed));
    }

    private static Uni<Void> passBy(
            Transaction transaction, OrderTransition transition, List<Change> changes, int unchanged) {
        transaction.passBy(unchanged);
        return unchanged == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .execute(STANDING, (Object) column(changes, Change::orderId, UUID[]::new))
                        .invoke(rows -> rows.forEach(row -> requirePast(transition, row)))
                        .replaceWithVoid();
    }

    private static void requirePast(OrderTransition transition, Row row) {
        var status = row.getString("status");
        if (status == null) {
            throw new OrderMissing(row.getUUID("id"));
        }
        if (transition.isAheadOf(OrderStatus.valueOf(status))) {
            throw new TooEarly(row.getUUID("id"), transition, status);
        }
    }

    private static <C> C[] column(List<Change> rows, Function<Change, @Nullable C> field, IntFunction<C[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
