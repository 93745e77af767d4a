package io.duplex.order;

import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.stubs.StubsTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class CutRequestsComponentTest {
    private static final int CUT = 1_000;
    /** Twice the pool. */
    private static final int AT_ONCE = 32;

    private static final String BUSY =
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE usename = 'order_service' AND datname = 'orders' AND state <> 'idle'
            """;

    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void leaveNoConnectionLeased() throws Exception {
        var wanted = order(shop.sells("49.90", 1_000_000), 1);
        var seed = new Random().nextLong();
        var random = new Random(seed);

        var token = StubsTestResource.token(Shop.CUSTOMER, "customer");
        for (var request = 0; request < CUT; request++) {
            cut(wanted, token, random);
        }

        await("no session at work, seed " + seed).until(CutRequestsComponentTest::busy, busy -> busy == 0);
        var executor = Executors.newFixedThreadPool(AT_ONCE);
        await("all that come at once are taken, seed " + seed)
                .untilAsserted(() -> assertThat(placedAtOnce(executor, wanted)).containsOnly(201));
        executor.shutdown();
    }

    private static List<Integer> placedAtOnce(ExecutorService executor, String wanted) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var answer : executor.invokeAll(Collections.<Callable<Response>>nCopies(AT_ONCE, () -> place(wanted)))) {
            statuses.add(answer.get().statusCode());
        }
        return statuses;
    }

    /** Sends an order, or a part of it, and is gone before the answer. */
    private static void cut(String body, String token, Random random) throws IOException {
        var head = "POST /v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        var request = (head + body).getBytes(UTF_8);
        var sent = random.nextBoolean() ? request.length : 1 + random.nextInt(request.length);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(random.nextBoolean(), 0);
            socket.getOutputStream().write(request, 0, sent);
            socket.getOutputStream().flush();
        }
    }

    private static int busy() throws SQLException, IOException {
        try (var connection = DuplexTestResource.postgres().connect("postgres");
                var count = connection.createStatement().executeQuery(BUSY)) {
            count.next();
            return count.getInt(1);
        }
    }
}
