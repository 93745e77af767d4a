package io.duplex.order;

import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sales figures live, over real connections. */
@QuarkusTest
@RunningOrderService
class SalesStreamComponentTest {
    private static final String STREAM = "/v1/analytics/stream";
    /** Twice the pool. */
    private static final int MANY = 32;

    private static final String READS =
            """
            SELECT coalesce(sum(calls), 0) FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid
             WHERE rolname = 'order_service' AND query LIKE 'WITH figure AS%'
            """;

    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void showsAnOrderSoonAfterItWasPlaced() {
        var wanted = order(shop.sells("49.90", 1_000), 1);
        try (var stream = EventStream.open(STREAM, "clerk")) {
            var before = orders(stream.latest());
            assertThat(stream.latest().getString("bucket")).isEqualTo("hour");
            assertThat(stream.lines()).contains("event:sales");

            place(wanted).then().statusCode(201);

            await().untilAsserted(() -> assertThat(orders(stream.latest())).isGreaterThan(before));
        }
    }

    @Test
    void tellsWhatWasMissedWhenItIsOpenedAgain() {
        var wanted = order(shop.sells("49.90", 1_000), 1);
        int before;
        try (var stream = EventStream.open(STREAM, "clerk")) {
            before = orders(stream.latest());
        }
        place(wanted).then().statusCode(201);

        await().untilAsserted(() -> {
            try (var again = EventStream.open(STREAM, "clerk")) {
                assertThat(orders(again.latest())).isGreaterThan(before);
            }
        });
    }

    @Test
    void isSilentWhileNothingChangesButForSignsOfLife() {
        try (var stream = EventStream.open(STREAM, "clerk")) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(stream.lines()).contains(": ping"));

            assertThat(stream.lines())
                    .filteredOn(line -> line.startsWith("data:"))
                    .isNotEmpty()
                    .hasSizeLessThan(10)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void costsNoConnectionAndOneReadASecondForAllAndNothingForNobody() throws Exception {
        var wanted = order(shop.sells("49.90", 1_000), 1);
        var streams = new ArrayList<EventStream>();
        for (var number = 0; number < MANY; number++) {
            streams.add(EventStream.open(STREAM, "clerk-" + number));
        }
        streams.forEach(EventStream::latest);
        var before = reads();
        var since = System.nanoTime();

        place(wanted).then().statusCode(201);
        await().until(() -> reads() - before >= 3);

        var seconds = Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
        assertThat(reads() - before).as("reads in %s s", seconds).isLessThanOrEqualTo((long) (seconds / 0.9) + 2);
        for (var stream : streams) {
            stream.close();
        }
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(15)).until(SalesStreamComponentTest::unread);
    }

    @Test
    void outlivesTheDatabasesAbsenceAndDoesNotBeginInIt() throws Exception {
        var wanted = order(shop.sells("49.90", 1_000), 1);
        try (var stream = EventStream.open(STREAM, "clerk")) {
            var before = orders(stream.latest());
            DuplexTestResource.postgres().stop();
            try {
                await().untilAsserted(SalesStreamComponentTest::isRefusedANewStream);
            } finally {
                DuplexTestResource.postgres().start();
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> place(wanted).statusCode() == 201);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(orders(stream.latest())).isGreaterThan(before));
        }
    }

    /** Within a second of the last look there may still be figures. */
    private static void isRefusedANewStream() {
        try (var late = EventStream.open(STREAM, "clerk")) {
            assertThat(late.status()).isEqualTo(503);
        }
    }

    private static int orders(JsonPath told) {
        return told.getInt("items[0].orders");
    }

    private static boolean unread() throws SQLException, IOException {
        try (var connection = DuplexTestResource.postgres().connect("postgres");
                var forgotten = connection.createStatement()) {
            var read = reads();
            forgotten.execute("SELECT pg_stat_statements_reset()");
            return read == 0;
        }
    }

    private static long reads() throws SQLException, IOException {
        try (var connection = DuplexTestResource.postgres().connect("postgres");
                var sum = connection.createStatement().executeQuery(READS)) {
            sum.next();
            return sum.getLong(1);
        }
    }
}
