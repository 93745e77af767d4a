package io.duplex.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.e2e.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplicasE2E {
    private static final Duration TAKE_OVER = Duration.ofSeconds(15);
    private static final String FIRST = "order-service-1";
    private static final String SECOND = "order-service-2";
    private static final String STOPPED = "inventory-service-1";
    private static final String STAYING = "inventory-service-2";

    private static RunningSuite suite;
    private static Client client;
    private static String sku;

    @BeforeAll
    static void start() {
        suite = RunningSuite.start("--no-demo", "--replicas", "2");
        client = Client.withContact(suite);
        sku = client.sells("2.00", 10_000, 0);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> place(FIRST));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void whoeverCommitsAnEventNobodyWaitsForThePoll() {
        assertThat(medianUntilConfirmed(FIRST)).isLessThan(Duration.ofSeconds(1));
        assertThat(medianUntilConfirmed(SECOND)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theLeaseOfAPausedOrKilledHolderIsTakenOver() {
        var paused = pauseHolder();
        var other = paused.equals(FIRST) ? SECOND : FIRST;
        var meanwhile = Stream.generate(() -> place(other)).limit(20).toList();
        suite.processes().thaw(paused);
        awaitConfirmed(meanwhile);

        var before = holder(lease());
        suite.processes().hold(other);
        try {
            var placed = place(paused);
            await().atMost(TAKE_OVER).until(() -> !holder(lease()).equals(before));
            awaitConfirmed(List.of(placed));
        } finally {
            suite.processes().thaw(other);
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> duplicates(other) >= 0);
        Invariants.hold(suite);
    }

    @Test
    void aServiceThatIsToldToStopFinishesWhatItHasBegun() throws IOException {
        var log = suite.data().resolve("suite/logs/" + STOPPED + ".log");
        var process = ProcessHandle.of(suite.run().pid(STOPPED)).orElseThrow();
        var known = duplicates(STAYING);
        var placed =
                new ArrayList<>(Stream.generate(() -> place(FIRST)).limit(30).toList());
        var told = Files.readString(log).length();

        process.destroy();
        await().atMost(TAKE_OVER).until(() -> {
            placed.add(place(FIRST));
            return !process.isAlive();
        });

        var lastWords = Files.readString(log).substring(told).lines().takeWhile(line -> !line.contains(" stopped in "));
        assertThat(lastWords).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        awaitConfirmed(placed);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> duplicates(STOPPED) == 0);
        assertThat(duplicates(STAYING)).isEqualTo(known);
    }

    /** Pauses the process that holds the lease of orders, and returns when the other one has taken it over. */
    private static String pauseHolder() {
        for (var name : List.of(FIRST, SECOND)) {
            var before = lease();
            suite.processes().freeze(name);
            await().atMost(TAKE_OVER).until(() -> !lease().equals(before));
            if (!holder(lease()).equals(holder(before))) {
                return name;
            }
            suite.processes().thaw(name);
        }
        throw new AssertionError("neither process holds the lease");
    }

    private static String lease() {
        return suite.databases()
                .rows("orders", "SELECT holder, expires_at FROM outbox_lease")
                .get(0);
    }

    private static String holder(String lease) {
        return lease.substring(0, lease.indexOf(' '));
    }

    private static Duration medianUntilConfirmed(String replica) {
        return Stream.generate(() -> timeUntilConfirmed(replica))
                .limit(20)
                .sorted()
                .toList()
                .get(10);
    }

    private static Duration timeUntilConfirmed(String replica) {
        var begin = System.nanoTime();
        awaitConfirmed(List.of(place(replica)));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void awaitConfirmed(List<String> ids) {
        var sql =
                "SELECT count(*) FROM orders WHERE status = 'CONFIRMED' AND id IN ('" + String.join("','", ids) + "')";
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(
                        () -> assertThat(suite.databases().count("orders", sql)).isEqualTo(ids.size()));
    }

    /** An order by way of one replica, past the gateway. */
    private static String place(String replica) {
        var order =
                """
                {"lines":[{"sku":"%s","quantity":1}],"shippingAddress":{"name":"A. Buyer",
                 "street":"Main St 1","postalCode":"10115","city":"Berlin","country":"DE"}}""";
        var request =
                client.asCustomer().baseUri(suite.run().url(replica)).header("Idempotency-Key", UUID.randomUUID());
        var answer = request.body(order.formatted(sku)).post("/v1/orders");
        return answer.then().statusCode(201).extract().path("id");
    }

    private static double duplicates(String replica) {
        var metrics = given().baseUri(suite.run().url(replica))
                .get("/q/metrics")
                .then()
                .statusCode(200);
        return metrics.extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("duplex_inbox_duplicates_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
