package io.duplex.order;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/**
 * Erases where a customer's orders went, once they have ended. The country stays: it is a fact of the sale, as the tax
 * on it is. An order on its way keeps its address until it has arrived.
 */
@ApplicationScoped
public class EraseAddresses {
    private static final String KNOWN = "SELECT FROM orders WHERE customer_id = $1 LIMIT 1";
    private static final String BLANK =
            """
            WITH locked AS MATERIALIZED (
              SELECT id FROM orders WHERE customer_id = $1 AND status = ANY($2) AND name <> $3 ORDER BY id FOR UPDATE)
            UPDATE orders SET name = $3, street = $3, postal_code = $3, city = $3,
                              version = version + 1, updated_at = clock_timestamp()
              FROM locked WHERE orders.id = locked.id
            """;

    /** The keys stay, so that a retry does not order again; it is answered without the address. */
    private static final String BLANK_ANSWERS =
            """
            UPDATE idempotency_key
               SET body = jsonb_set(body::jsonb, '{shippingAddress}', body::jsonb -> 'shippingAddress'
                     || jsonb_build_object('name', $2::text, 'street', $2::text, 'postalCode', $2::text, 'city', $2::text))::text
             WHERE position('"customerId":' || to_json($1::text)::text IN body) > 0 AND body::jsonb ? 'shippingAddress'
            """;

    private static final String ERASED = "erased";

    private final Database database;

    EraseAddresses(Database database) {
        this.database = database;
    }

    /** Erases the addresses of the customer's ended orders, and those in answers kept for a retry; 404 without any order. */
    public Uni<Void> of(String customerId) {
        return database.transaction(transaction -> transaction
                .execute(KNOWN, customerId)
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw unknownCustomer();
                    }
                })
                .chain(() -> erase(transaction, customerId)));
    }

    /** The refusal of a customer who has never ordered. */
    public static Problem unknownCustomer() {
        return Problem.notFound("customer-not-found", "No such customer has ordered here.");
    }

    private static Uni<Void> erase(Transaction transaction, String customerId) {
        return transaction
                .execute(BLANK, customerId, ended(), ERASED)
                .chain(() -> transaction.execute(BLANK_ANSWERS, customerId, ERASED))
                .replaceWithVoid();
    }

    private static String[] ended() {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> OrderTransition.allowedIn(status).isEmpty())
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
