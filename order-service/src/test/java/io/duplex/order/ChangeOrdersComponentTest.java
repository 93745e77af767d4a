package io.duplex.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.chassis.sql.Database;
import io.duplex.order.ChangeOrders.Change;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The statement that changes orders does what the table says, of which {@link InterleavingsTest} has tried every run. */
@QuarkusTest
@RunningOrderService
class ChangeOrdersComponentTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String INSERT =
            """
            INSERT INTO orders (id, customer_id, status, availability, currency, total, name, street, postal_code, city,
                                country, shipment_id, created_at, updated_at)
            SELECT '%1$s', 'c-table', '%2$s', 'CONFIRMED', 'EUR', 1, 'A', 'B', 'C', 'D', 'DE',
                   CASE WHEN '%2$s' IN ('SHIPPED', 'COMPLETED') THEN gen_random_uuid() END, now(), now()
            """;

    @Inject
    ChangeOrders changeOrders;

    @Inject
    Database database;

    private final UUID id = UUID.randomUUID();

    static Stream<Arguments> everywhereEverything() {
        return Arrays.stream(OrderStatus.values()).flatMap(status -> Arrays.stream(OrderTransition.values())
                .map(transition -> Arguments.of(status, transition)));
    }

    @ParameterizedTest
    @MethodSource("everywhereEverything")
    void changesPassesByAndRefusesAsTheTableSays(OrderStatus status, OrderTransition transition) {
        Shop.sql(INSERT.formatted(id, status));

        var outcome = change(transition);

        if (transition.allowedFrom(status)) {
            assertThat(outcome).isEqualTo("1 changed, 0 passed by");
            assertThat(standing()).isEqualTo(transition.to() + ", version 2");
        } else {
            assertThat(outcome).isEqualTo(transition.isAheadOf(status) ? "TooEarly" : "0 changed, 1 passed by");
            assertThat(standing()).isEqualTo(status + ", version 1");
        }
    }

    private String change(OrderTransition transition) {
        var change = Change.of(id, "test");
        var changes = List.of(
                transition == OrderTransition.SHIP ? change.by(new Shipment(UUID.randomUUID(), "clerk-7")) : change);
        return database.transaction(transaction -> changeOrders
                        .change(transaction, transition, changes)
                        .map(changed -> changed + " changed, " + transaction.passedBy() + " passed by"))
                .onFailure(TooEarly.class)
                .recoverWithItem("TooEarly")
                .await()
                .atMost(LIMIT);
    }

    private String standing() {
        return database.execute("SELECT status, version FROM orders WHERE id = $1", id)
                .map(rows -> rows.iterator().next())
                .map(row -> row.getString("status") + ", version " + row.getLong("version"))
                .await()
                .atMost(LIMIT);
    }
}
