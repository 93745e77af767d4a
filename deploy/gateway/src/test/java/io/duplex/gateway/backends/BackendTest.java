package io.duplex.gateway.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendTest {
    private Instant now = Instant.EPOCH;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Backend backend = backend(100);

    @Test
    void takesReplicasInTurn() {
        assertThat(ports()).containsExactly(1, 2, 3);
        assertThat(ports()).containsExactly(2, 3, 1);
        assertThat(ports()).containsExactly(3, 1, 2);
        assertThat(ports()).containsExactly(1, 2, 3);
    }

    @Test
    void passesOverForAMomentWhoeverRefused() {
        backend.inTurn().get(1).refused();

        assertThat(ports()).containsExactly(3, 1, 2);
        assertThat(ports()).containsExactly(3, 1, 2);
        now = now.plusSeconds(1);
        assertThat(ports()).containsExactly(1, 2, 3);
        assertThat(ports()).containsExactly(2, 3, 1);
    }

    @Test
    void takesWhoeverConnectsAgainAtOnce() {
        Replica second = backend.inTurn().get(1);
        second.refused();
        second.connected();

        assertThat(ports()).containsExactly(2, 3, 1);
    }

    @Test
    void passesOverWhoeverFailsAgainAndAgain() {
        failTwice(backend.inTurn().get(1));

        assertThat(ports()).containsExactly(3, 1, 2);
        now = now.plusSeconds(9);
        assertThat(ports()).containsExactly(3, 1, 2);
        now = now.plusSeconds(1);
        assertThat(ports()).containsExactly(1, 2, 3);
    }

    @Test
    void leavesOneInAnyCase() {
        List<Replica> replicas = backend.inTurn();
        replicas.forEach(BackendTest::failTwice);

        assertThat(replicas).extracting(Replica::ejected).containsExactly(true, true, false);
    }

    @Test
    void passesOverNoMoreThanItsShare() {
        List<Replica> replicas = backend(50).inTurn();
        replicas.forEach(BackendTest::failTwice);

        assertThat(replicas).extracting(Replica::ejected).containsExactly(true, false, false);
    }

    private static void failTwice(Replica replica) {
        replica.failed();
        replica.failed();
    }

    private Backend backend(int mostPercent) {
        return new Backend(
                BackendAddresses.parse("orders=http://h:1,http://h:2,http://h:3"),
                new PassiveHealth(2, Duration.ofSeconds(10), mostPercent),
                clock);
    }

    private List<Integer> ports() {
        return backend.inTurn().stream()
                .map(replica -> replica.address().port())
                .toList();
    }
}
