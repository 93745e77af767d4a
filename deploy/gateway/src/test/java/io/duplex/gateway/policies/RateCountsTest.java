package io.duplex.gateway.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateCountsTest {
    private static final RateRule BY_ADDRESS =
            new RateRule(List.of(caller -> Optional.of(caller.address())), 2, Duration.ofMinutes(1));

    private long now;

    @Test
    void countsAnewWhenTheWindowHasPassed() {
        RateCounts counts = new RateCounts(List.of(BY_ADDRESS), () -> now);
        assertThat(remaining(counts, "a")).isEqualTo(1);

        now = Duration.ofSeconds(59).toNanos();
        assertThat(remaining(counts, "a")).isZero();
        assertThat(allowance(counts, "a").exceeded()).isTrue();
        assertThat(allowance(counts, "a").seconds()).isEqualTo(1);
        assertThat(remaining(counts, "b")).isEqualTo(1);

        now = Duration.ofSeconds(60).toNanos();
        assertThat(remaining(counts, "a")).isEqualTo(1);
        assertThat(remaining(counts, "b")).isZero();
    }

    @Test
    void roundsUpTheTimeThatIsLeft() {
        assertThat(new Allowance(BY_ADDRESS, 1, Duration.ofMillis(1001)).seconds())
                .isEqualTo(2);
        assertThat(new Allowance(BY_ADDRESS, 1, Duration.ofSeconds(2)).seconds())
                .isEqualTo(2);
        assertThat(new Allowance(BY_ADDRESS, 1, Duration.ZERO).seconds()).isEqualTo(1);
    }

    @Test
    void tellsTheTightestOfSeveralRules() {
        RateRule everybody = new RateRule(List.of(caller -> Optional.of("")), 3, Duration.ofMinutes(1));
        RateCounts counts = new RateCounts(List.of(everybody, BY_ADDRESS), () -> now);

        assertThat(allowance(counts, "a").rule()).isEqualTo(BY_ADDRESS);
        assertThat(allowance(counts, "b").rule()).isEqualTo(everybody);
        assertThat(allowance(counts, "c").exceeded()).isFalse();
        assertThat(allowance(counts, "d").exceeded()).isTrue();
    }

    @Test
    void leavesAloneWhomNoRuleConcerns() {
        RateRule nobody = new RateRule(List.of(caller -> Optional.empty()), 0, Duration.ofMinutes(1));

        assertThat(new RateCounts(List.of(nobody), () -> now).count(caller("a")))
                .isEmpty();
    }

    @Test
    void keepsAccountsApartThatLookAlikeWhenJoined() {
        RateRule both = new RateRule(
                List.of(caller -> caller.header("a"), caller -> caller.header("b")), 9, Duration.ofMinutes(1));
        MultiMap one = MultiMap.caseInsensitiveMultiMap().add("a", "x1").add("b", "y");
        MultiMap other = MultiMap.caseInsensitiveMultiMap().add("a", "x").add("b", "1y");

        assertThat(both.account(new Caller("", one, Map.of())))
                .isPresent()
                .isNotEqualTo(both.account(new Caller("", other, Map.of())));
    }

    @Test
    void holdsNoMoreAccountsThanItsMemoryIsMeantFor() {
        RateCounts counts = new RateCounts(List.of(BY_ADDRESS), () -> now);
        for (int i = 0; i < 60_000; i++) {
            counts.count(caller("address-" + i));
        }

        assertThat(counts.accounts()).isBetween(1L, 50_000L);
    }

    private static long remaining(RateCounts counts, String address) {
        return allowance(counts, address).remaining();
    }

    private static Allowance allowance(RateCounts counts, String address) {
        return counts.count(caller(address)).orElseThrow();
    }

    private static Caller caller(String address) {
        return new Caller(address, MultiMap.caseInsensitiveMultiMap(), Map.of());
    }
}
