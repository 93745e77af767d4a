package io.duplex.order;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Erases where a customer's orders went, once they have ended. The country stays: it is a fact of the sale, as the tax
 * on it is. An order on its way keeps its address until it has arrived. However many orders there are, no transaction takes
 * long: what was erased stays so when a later one fails, and the call may be repeated.
 */
@ApplicationScoped
public class EraseAddresses {
    private static final int AT_ONCE = 1_000;
    private static final String KNOWN = "SELECT FROM orders WHERE customer_id = $1 LIMIT 1";
    private static final String BLANK =
            """
            WITH locked AS MATERIALIZED (
              SELECT id FROM orders
               WHERE customer_id = $1 AND status = ANY($2) AND (name, street, postal_code, city) <> ($3, $3, $3, $3)
               ORDER BY id LIMIT $4 FOR UPDATE)
            UPDATE orders SET name = $3, street = $3, postal_code = $3, city = $3,
                              version = version + 1, updated_at = clock_timestamp()
              FROM locked WHERE orders.id = locked.id
            """;

    /**
     * The answers of one hour, counted back from now, and whether there are older ones. The keys stay, so that a retry does
     * not order again; it is answered without the address. A statement's own time is what an index can be asked for.
     */
    private static final String BLANK_ANSWERS =
            """
            WITH hour AS (
              SELECT now() - make_interval(hours => $3 + 1) AS first, now() - make_interval(hours => $3) AS last),
            blanked AS (
              UPDATE idempotency_key
                 SET body = jsonb_set(body::jsonb, '{shippingAddress}', body::jsonb -> 'shippingAddress'
                       || jsonb_build_object('name', $2::text, 'street', $2::text, 'postalCode', $2::text, 'city', $2::text))::text
               WHERE created_at >= (SELECT first FROM hour) AND created_at < (SELECT last FROM hour)
                 AND position('"customerId":' || to_json($1::text)::text IN body) > 0 AND body::jsonb ? 'shippingAddress')
            SELECT EXISTS (SELECT FROM idempotency_key WHERE created_at < (SELECT first FROM hour)) AS older
            """;

    private static final String ERASED = "erased";

    private final Database database;

    EraseAddresses(Database database) {
        this.database = database;
    }

    /** Erases the addresses of the customer's ended orders, and those in answers kept for a retry; 404 without any order. */
    public Uni<Void> of(String customerId) {
        return database.execute(KNOWN, customerId)
                .invoke(orders -> {
                    if (orders.size() == 0) {
                        throw unknownCustomer();
                    }
                })
                .chain(() -> inParts(part -> eraseOrders(customerId)))
                .chain(() -> inParts(hour -> eraseAnswers(customerId, hour)));
    }

    /** The refusal of a customer who has never ordered. */
    public static Problem unknownCustomer() {
        return Problem.notFound("customer-not-found", "No such customer has ordered here.");
    }

    /** Does one part after the other, for as long as each says that there is another. */
    private static Uni<Void> inParts(IntFunction<Uni<Boolean>> erase) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicInteger::new, part -> erase.apply(part.getAndIncrement()))
                .whilst(goOn -> goOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> eraseOrders(String customerId) {
        var ended = OrderTransition.ends().toArray(String[]::new);
        return database.transaction(transaction -> transaction
                .execute(BLANK, customerId, ended, ERASED, AT_ONCE)
                .map(erased -> erased.rowCount() == AT_ONCE));
    }

    private Uni<Boolean> eraseAnswers(String customerId, int hour) {
        return database.transaction(transaction -> transaction
                .execute(BLANK_ANSWERS, customerId, ERASED, hour)
                .map(rows -> rows.iterator().next().getBoolean("older")));
    }
}
