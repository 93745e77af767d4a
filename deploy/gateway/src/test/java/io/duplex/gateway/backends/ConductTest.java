package io.duplex.gateway.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConductTest {
    private static final Duration EJECTION = Duration.ofSeconds(10);

    private Instant now = Instant.EPOCH;
    private boolean mayEject = true;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Conduct conduct = new Conduct(new PassiveHealth(3, EJECTION, 50), clock, () -> mayEject);

    @Test
    void ejectsAfterFailuresInARow() {
        assertThat(conduct.failed()).isZero();
        assertThat(conduct.failed()).isZero();
        assertThat(conduct.ejected()).isFalse();

        assertThat(conduct.failed()).isEqualTo(EJECTION);
        assertThat(conduct.ejected()).isTrue();
        assertThat(conduct.passedOver()).isTrue();
    }

    @Test
    void beginsToCountAnewWithEachAnswer() {
        for (int i = 0; i < 5; i++) {
            conduct.failed();
            conduct.failed();
            conduct.answered();
        }

        assertThat(conduct.ejected()).isFalse();
    }

    @Test
    void isTriedByOneRequestAtATimeAfterwards() {
        eject();
        now = now.plus(EJECTION);
        assertThat(conduct.passedOver()).isFalse();

        conduct.begin();
        assertThat(conduct.passedOver()).isTrue();
        conduct.answered();

        assertThat(conduct.passedOver()).isFalse();
        conduct.begin();
        assertThat(conduct.passedOver()).isFalse();
    }

    @Test
    void isTriedByAnotherRequestWhenOneTellsNothing() {
        eject();
        now = now.plus(EJECTION);
        conduct.begin();
        conduct.forget();

        assertThat(conduct.passedOver()).isFalse();
        conduct.begin();
        assertThat(conduct.passedOver()).isTrue();
    }

    @Test
    void isTriedAgainWhenTheOutcomeOfATrialNeverComes() {
        eject();
        now = now.plus(EJECTION);
        conduct.begin();
        now = now.plus(EJECTION);

        assertThat(conduct.passedOver()).isFalse();
    }

    @Test
    void ejectsForLongerEachTimeInARow() {
        eject();
        for (int times = 2; times <= 10; times++) {
            now = now.plus(EJECTION.multipliedBy(times - 1));
            assertThat(conduct.failed()).isEqualTo(EJECTION.multipliedBy(times));
        }
        now = now.plus(EJECTION.multipliedBy(10));
        assertThat(conduct.failed()).isEqualTo(EJECTION.multipliedBy(10));
    }

    @Test
    void forgivesAfterOneAnswer() {
        eject();
        now = now.plus(EJECTION);
        conduct.answered();

        assertThat(conduct.failed()).isZero();
        assertThat(conduct.ejected()).isFalse();
    }

    @Test
    void staysEjectedWhateverComesLate() {
        eject();
        conduct.answered();
        assertThat(conduct.failed()).isZero();

        now = now.plus(EJECTION).minusMillis(1);
        assertThat(conduct.ejected()).isTrue();
        now = now.plusMillis(1);
        assertThat(conduct.ejected()).isFalse();
    }

    @Test
    void isNotEjectedWhileOthersAre() {
        mayEject = false;
        eject();
        assertThat(conduct.ejected()).isFalse();

        mayEject = true;
        assertThat(conduct.failed()).isEqualTo(EJECTION);
    }

    private void eject() {
        conduct.failed();
        conduct.failed();
        conduct.failed();
    }
}
