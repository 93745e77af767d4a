package io.duplex.order;

import io.duplex.chassis.idempotency.Idempotency;
import io.duplex.chassis.outbox.Outbox;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes orders: one statement to accept one, one statement for any number of transitions of one kind. */
@ApplicationScoped
public class Orders {
    private static final String ACCEPT = Idempotency.CLAIM
            + """
            , placed AS (
              INSERT INTO orders (id, customer_id, status, availability, currency, total, name, street, postal_code,
                                  city, country, reference, created_at, updated_at)
              SELECT $7, $8, 'PENDING', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18 FROM claimed),
            lines AS (
              INSERT INTO order_line (order_id, position, sku, name, quantity, unit_price, tax_category)
              SELECT $7, line.* FROM claimed, unnest($19::int[], $20::text[], $21::text[], $22::int[], $23::numeric[],
                                                     $24::text[]) AS line)
            """
            + Outbox.insertFrom("$25")
            + ", claimed";

    private static final String TRANSITION =
            """
            WITH locked AS MATERIALIZED (SELECT id FROM orders WHERE id = ANY($1) ORDER BY id FOR UPDATE)
            UPDATE orders
               SET status = $2, reason = change.reason, shortages = change.shortages,
                   version = version + 1, updated_at = clock_timestamp()
              FROM unnest($1::uuid[], $4::text[], $5::text[], $6::text[]) AS change (id, reason, shortages, cause)
              JOIN locked USING (id)
             WHERE orders.id = locked.id AND status = ANY($3)
            RETURNING orders.id, customer_id, currency, total, orders.reason, orders.version,
                      old.status AS previous_status, change.cause
            """;

    private static final String UNKNOWN =
            "SELECT id FROM unnest($1::uuid[]) AS told (id) WHERE NOT EXISTS (SELECT FROM orders WHERE orders.id = told.id)";

    private final Database database;
    private final Outbox outbox;
    private final ShortagesAsJson shortages = new ShortagesAsJson();

    Orders(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Writes a new order with its event, unless the request's key was claimed before. */
    Uni<Boolean> accept(Order order, Object[] claim) {
        var parameters = Stream.of(claim, columns(order), lines(order.lines()), new Object[] {
                    outbox.rows(List.of(OrderEvents.created(order)))
                })
                .flatMap(Stream::of)
                .toArray();
        return database.executeAndPublish(ACCEPT, parameters).map(rows -> rows.rowCount() == 1);
    }

    /**
     * What happens to one order.
     *
     * @param reason for people, if there is one
     * @param cause the id of the event or request that led here
     */
    public record Change(UUID orderId, @Nullable String reason, List<Shortage> shortages, @Nullable String cause) {}

    /**
     * Does one transition on many orders and tells the facts, in the transaction at hand. Orders that do not allow the
     * transition are passed by. Fails when there is no such order: an order exists before anybody can hear of it.
     *
     * @return how many orders changed
     */
    public Uni<Integer> transition(Transaction transaction, OrderTransition transition, List<Change> changes) {
        return transaction
                .execute(
                        TRANSITION,
                        column(changes, Change::orderId, UUID[]::new),
                        transition.to().name(),
                        transition.fromNames(),
                        column(changes, Change::reason, String[]::new),
                        column(changes, change -> shortages.convertToDatabaseColumn(change.shortages()), String[]::new),
                        column(changes, Change::cause, String[]::new))
                .map(rows -> Rows.list(rows, row -> OrderEvents.changed(transition, row, changes)))
                .call(transaction::publish)
                .map(List::size)
                .call(changed -> passBy(transaction, changes, changes.size() - changed));
    }

    private static Uni<Void> passBy(Transaction transaction, List<Change> changes, int unchanged) {
        transaction.passBy(unchanged);
        return unchanged == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .execute(UNKNOWN, (Object) column(changes, Change::orderId, UUID[]::new))
                        .invoke(unknown -> Rows.first(unknown, row -> row.getUUID("id"))
                                .ifPresent(id -> {
                                    throw new OrderMissing(id);
                                }))
                        .replaceWithVoid();
    }

    private static Object[] columns(Order order) {
        var address = order.shippingAddress();
        return new Object[] {
            order.id(),
            order.customerId(),
            order.availability().name(),
            order.total().getCurrencyUnit().getCode(),
            order.total().getAmount(),
            address.name(),
            address.street(),
            address.postalCode(),
            address.city(),
            address.country(),
            order.reference(),
            order.createdAt()
        };
    }

    private static Object[] lines(List<OrderLine> lines) {
        return new Object[] {
            column(lines, line -> line.position, Integer[]::new),
            column(lines, OrderLine::sku, String[]::new),
            column(lines, OrderLine::name, String[]::new),
            column(lines, OrderLine::quantity, Integer[]::new),
            column(lines, OrderLine::unitPrice, BigDecimal[]::new),
            column(lines, OrderLine::taxCategory, String[]::new)
        };
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> field, IntFunction<C[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
