package io.duplex.order;

import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.chassis.inbox.Inbox;
import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request whose twin is at work: another process holds the key's lock and has not committed yet. */
@QuarkusTest
@RunningOrderService
class InProgressComponentTest {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('%s POST /v1/orders %s', 0))";
    private static final String HELD =
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE usename = 'order_service' AND (wait_event_type = 'Lock' OR state LIKE 'idle in transaction%')
            """;

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
    void isToldSoAtOnceAndHoldsNoConnection() throws Exception {
        var wanted = order(shop.sells("49.90", 100), 1);
        var key = UUID.randomUUID().toString();
        try (var twin = DuplexTestResource.postgres().connect("orders")) {
            twin.setAutoCommit(false);
            twin.createStatement().execute(LOCK.formatted(Shop.CUSTOMER, key));

            for (var repeated = 0; repeated < 40; repeated++) {
                var before = Instant.now();
                place(key, wanted)
                        .then()
                        .statusCode(409)
                        .header("Retry-After", "1")
                        .body("code", equalTo("request-in-progress"));
                assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
                assertThat(held(twin)).isZero();
            }
            twin.rollback();
        }

        place(key, wanted).then().statusCode(201);
    }

    private static int held(Connection connection) throws SQLException {
        var count = connection.createStatement().executeQuery(HELD);
        count.next();
        return count.getInt(1);
    }
}
