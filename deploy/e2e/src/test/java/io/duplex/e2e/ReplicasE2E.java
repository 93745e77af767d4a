package io.duplex.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.e2e.Follower.Told;
import io.duplex.e2e.suite.Lease;
import io.duplex.e2e.suite.RunningSuite;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
    private static Buyer buyer;

    @BeforeAll
    static void start() {
        suite = RunningSuite.start("--no-demo", "--replicas", "2");
        buyer = new Buyer(suite);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> buyer.place(FIRST));
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
        var meanwhile = Stream.generate(() -> buyer.place(other)).limit(20).toList();
        suite.processes().thaw(paused);
        buyer.awaitConfirmed(meanwhile);

        var before = lease().holder();
        suite.processes().hold(other);
        try {
            var placed = buyer.place(paused);
            await().atMost(TAKE_OVER).until(() -> !lease().holder().equals(before));
            buyer.awaitConfirmed(List.of(placed));
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
        var placed = new ArrayList<>(
                Stream.generate(() -> buyer.place(FIRST)).limit(30).toList());
        var told = Files.readString(log).length();

        process.destroy();
        await().atMost(TAKE_OVER).until(() -> {
            placed.add(buyer.place(FIRST));
            return !process.isAlive();
        });

        var lastWords = Files.readString(log).substring(told).lines().takeWhile(line -> !line.contains(" stopped in "));
        assertThat(lastWords).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        buyer.awaitConfirmed(placed);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> duplicates(STOPPED) == 0);
        assertThat(duplicates(STAYING)).isEqualTo(known);
    }

    @Test
    void fiftyRequestsWithOneKeyMakeOneOrder() throws Exception {
        var before = buyer.orders();
        var key = UUID.randomUUID().toString();
        var requests = IntStream.range(0, 50)
                .<Callable<Response>>mapToObj(number -> () -> buyer.place(number % 2 == 0 ? FIRST : SECOND, key))
                .toList();
        var answers = new ArrayList<Response>();
        var executor = Executors.newFixedThreadPool(requests.size());
        for (var answer : executor.invokeAll(requests)) {
            answers.add(answer.get());
        }
        executor.shutdown();
        answers.add(buyer.place(SECOND, key));

        assertThat(answers).extracting(Response::statusCode).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.path("id"))
                .containsOnly(answers.get(50).<Object>path("id"));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allMatch(answer -> answer.path("code").equals("request-in-progress")
                        && answer.header("Retry-After").equals("1"));
        assertThat(buyer.orders() - before).isEqualTo(1);
    }

    @Test
    void whoFollowsAnOrderMissesNothingWhenItsReplicaDiesAndGoesOnAtAnyOther() {
        var order = buyer.place(FIRST);
        var heard = new ArrayList<Told>();
        try (var first = buyer.follow(suite.run().url(FIRST), order, null)) {
            heard.addAll(first.until("OrderConfirmed"));
            suite.processes().kill(FIRST);
        }
        try (var second = buyer.follow(suite.run().url(SECOND), order, last(heard))) {
            heard.addAll(second.until("InvoiceIssued"));
        }
        buyer.cancel(order);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> isReady(FIRST));

        try (var restarted = buyer.follow(suite.run().url(FIRST), order, last(heard))) {
            restarted.until("CreditNoteIssued");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(Stream.concat(heard.stream(), restarted.told().stream()))
                            .extracting(Told::fact)
                            .containsExactlyInAnyOrderElementsOf(buyer.timeline(order)));
        }
    }

    private static String last(List<Told> heard) {
        return heard.get(heard.size() - 1).id();
    }

    private static boolean isReady(String replica) {
        return given().get(suite.run().url(replica) + "/q/health/ready").statusCode() == 200;
    }

    /** Pauses the process that holds the lease of orders, and returns when the other one has taken it over. */
    private static String pauseHolder() {
        for (var name : List.of(FIRST, SECOND)) {
            var before = lease();
            suite.processes().freeze(name);
            await().atMost(TAKE_OVER).until(() -> !lease().equals(before));
            if (!lease().holder().equals(before.holder())) {
                return name;
            }
            suite.processes().thaw(name);
        }
        throw new AssertionError("neither process holds the lease");
    }

    private static Lease lease() {
        return Lease.of(suite.databases(), "orders");
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
        buyer.awaitConfirmed(List.of(buyer.place(replica)));
        return Duration.ofNanos(System.nanoTime() - begin);
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
