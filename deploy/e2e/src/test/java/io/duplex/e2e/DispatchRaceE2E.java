package io.duplex.e2e;

import io.duplex.e2e.suite.RunningSuite;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clerks dispatch orders at the instant at which they end in another way. As many times in a row, and as many orders and
 * kills each time, as {@code -Drace.rounds}, {@code -Drace.orders} and {@code -Drace.kills} say.
 */
class DispatchRaceE2E {
    private static final int ROUNDS = Integer.getInteger("race.rounds", 1);
    private static final int ORDERS = Integer.getInteger("race.orders", 60);
    private static final int KILLS = Integer.getInteger("race.kills", 2);

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.start(
                Map.of("INVENTORY_RESERVATION_EXPIRE_EVERY", "PT0.1S"), "--no-demo", "--rate-limit", "0");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderHasOneEndInEveryTable(Rival rival) {
        for (var round = 0; round < ROUNDS; round++) {
            new Race(suite, rival, ORDERS, KILLS, round).run();
        }
        Invariants.hold(suite);
    }
}
