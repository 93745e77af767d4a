package io.duplex.order;

import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.chassis.inbox.Inbox;
import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class AcceptanceCostComponentTest {
    private static final int ORDERS = 50;

    private final Shop shop = new Shop();

    @Inject
    ChannelRegistry channels;

    @Inject
    Inbox inbox;

    /** What the service hears of its own orders is none of this test's business. */
    @BeforeEach
    void hearNothing() {
        channels.getPausable("timeline").pause();
        channels.getPausable("analytics").pause();
        await().until(inbox::isAtRest);
    }

    @AfterEach
    void closeShop() {
        channels.getPausable("timeline").resume();
        channels.getPausable("analytics").resume();
        shop.close();
    }

    @Test
    void takesAtMostThreeStatementsPerOrderBeginAndCommitCounted() throws SQLException, IOException {
        var sku = shop.sells("49.90", 1_000_000);
        var body = order(sku, 1);
        count();

        for (var number = 0; number < ORDERS; number++) {
            place(body).then().statusCode(201);
        }

        var counted = count();
        assertThat(counted.stream().mapToLong(Counted::calls).sum())
                .as("statements for %d orders: %s", ORDERS, counted)
                .isBetween(ORDERS * 2L, ORDERS * 3L);
    }

    private record Counted(String statement, long calls) {}

    /** What this service's role has executed since the last count, without the relay's, its watch's and the count's own. */
    private static List<Counted> count() throws SQLException, IOException {
        try (var connection = DuplexTestResource.postgres().connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        SELECT query, calls FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
                         WHERE rolname = 'order_service' AND query !~* 'outbox_lease|DELETE FROM outbox|AS unsent|NOTIFY|LISTEN'
                        """)) {
            var counted = new ArrayList<Counted>();
            while (rows.next()) {
                counted.add(new Counted(rows.getString("query"), rows.getLong("calls")));
            }
            connection.createStatement().execute("SELECT pg_stat_statements_reset()");
            return counted;
        }
    }
}
