package io.duplex.order;

import io.duplex.chassis.idempotency.Idempotency;
import io.duplex.chassis.outbox.Outbox;
import io.duplex.chassis.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Writes new orders: one statement accepts one. What becomes of them is {@link ChangeOrders}'. */
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

    private final Database database;
    private final Outbox outbox;

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
