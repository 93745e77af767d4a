package io.duplex.inventory.reconcile;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.inventory.reconcile.OrderClient.Line;
import io.duplex.inventory.reconcile.OrderClient.Order;
import io.duplex.inventory.reconcile.OrderClient.OrderPage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares open reservations with confirmed orders, a page at a time and in no transaction. What has changed within the
 * grace period may differ; whatever is left over on the side of the reservations is asked for by its id.
 */
@ApplicationScoped
class CompareOrders {
    private static final int AT_ONCE = 8;
    private static final String WITHOUT_RESERVATION =
            """
            SELECT id FROM unnest($1::uuid[]) AS confirmed (id) LEFT JOIN reservation ON order_id = id
             WHERE status IS DISTINCT FROM 'ACTIVE'
               AND coalesce(updated_at, '-infinity') < clock_timestamp() - make_interval(secs => $2)
             ORDER BY id
            """;
    private static final String OFF_ORDER =
            """
            WITH ordered AS (
              SELECT order_id, sku, sum(quantity) AS quantity
                FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS line (order_id, sku, quantity) GROUP BY order_id, sku),
            kept AS (
              SELECT order_id, sku, quantity FROM reservation_line
               WHERE order_id = ANY($1) AND order_id IN (SELECT order_id FROM reservation WHERE status = 'ACTIVE'))
            SELECT DISTINCT order_id FROM ordered FULL JOIN kept USING (order_id, sku)
             WHERE ordered.quantity IS DISTINCT FROM kept.quantity AND order_id IN (SELECT order_id FROM kept)
             ORDER BY order_id
            """;
    /** Of the orders between two ids; null is none. One that is being dispatched is asked about until it is settled. */
    private static final String NOT_CONFIRMED =
            """
            SELECT order_id FROM reservation
             WHERE status = 'ACTIVE' AND order_id <> ALL($1::uuid[])
               AND NOT EXISTS (
                 SELECT FROM shipment WHERE shipment.order_id = reservation.order_id AND shipment.status = 'DISPATCHING')
               AND order_id >= coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
               AND ($3::uuid IS NULL OR order_id < $3)
               AND updated_at < clock_timestamp() - make_interval(secs => $4)
             ORDER BY order_id DESC LIMIT $5
            """;

    private final Database database;
    private final Orders orders;
    private final ReconcileSettings settings;

    CompareOrders(Database database, Orders orders, ReconcileSettings settings) {
        this.database = database;
        this.orders = orders;
        this.settings = settings;
    }

    /**
     * Compares as much as there is time for.
     *
     * @param at now, by the database's clock
     * @param limit how many drifts of a kind are listed, and how many orders are asked for one by one
     */
    Uni<OrderWalk> compare(OffsetDateTime at, int limit) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new OrderWalk(at.toInstant(), settings, limit), this::step)
                .whilst(OrderWalk::goesOn)
                .collect()
                .last();
    }

    private Uni<OrderWalk> step(OrderWalk walk) {
        return orders.confirmed(walk.after())
                .call(page -> withoutReservation(walk, page))
                .call(page -> offOrder(walk, page))
                .call(page -> notConfirmed(walk, page))
                .map(walk::past)
                .onFailure(OrdersUnreachable.class)
                .recoverWithItem(walk::unreachable);
    }

    private Uni<Void> withoutReservation(OrderWalk walk, OrderPage page) {
        return database.execute(WITHOUT_RESERVATION, ids(page), grace())
                .map(rows -> Rows.list(rows, row -> row.getUUID("id")))
                .invoke(found -> found.forEach(id -> walk.found(DriftKind.CONFIRMED_WITHOUT_RESERVATION, id)))
                .replaceWithVoid();
    }

    private Uni<Void> offOrder(OrderWalk walk, OrderPage page) {
        var ids = new ArrayList<UUID>();
        var lines = new ArrayList<Line>();
        page.items().forEach(order -> order.lines().forEach(line -> {
            ids.add(order.id());
            lines.add(line);
        }));
        return database.execute(
                        OFF_ORDER,
                        ids.toArray(UUID[]::new),
                        lines.stream().map(Line::sku).toArray(String[]::new),
                        lines.stream().map(Line::quantity).toArray(Long[]::new))
                .map(rows -> Rows.list(rows, row -> row.getUUID("order_id")))
                .invoke(found -> found.forEach(id -> walk.found(DriftKind.LINES_OFF_ORDER, id)))
                .replaceWithVoid();
    }

    private Uni<Void> notConfirmed(OrderWalk walk, OrderPage page) {
        return database.execute(
                        NOT_CONFIRMED,
                        ids(page),
                        OrderWalk.lowest(page),
                        walk.passed(),
                        grace(),
                        (long) walk.mayAsk() + 1)
                .map(rows -> walk.asks(Rows.list(rows, row -> row.getUUID("order_id"))))
                .chain(asked -> judge(walk, asked));
    }

    private Uni<Void> judge(OrderWalk walk, List<UUID> asked) {
        return Multi.createFrom()
                .iterable(asked)
                .select()
                .where(id -> walk.hasTime())
                .onItem()
                .transformToUni(id -> orders.one(id).map(order -> Map.entry(id, order)))
                .merge(AT_ONCE)
                .invoke(answer -> walk.judge(answer.getKey(), answer.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    private static UUID[] ids(OrderPage page) {
        return page.items().stream().map(Order::id).toArray(UUID[]::new);
    }

    private double grace() {
        return settings.grace().toSeconds();
    }
}
