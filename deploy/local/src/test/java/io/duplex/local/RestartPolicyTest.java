package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void waitsLongerWhileAProcessKeepsDying() {
        long[] pauses =
                LongStream.range(0, 6).map(i -> policy.died().toMillis()).toArray();

        assertThat(pauses).containsExactly(100, 400, 1600, 6400, 10_000, 10_000);
        assertThat(policy.hopeless()).isTrue();
    }

    @Test
    void forgetsEarlierDeathsOnceTheProcessWorked() {
        policy.died();
        policy.died();
        policy.died();

        policy.worked();

        assertThat(policy.hopeless()).isFalse();
        assertThat(policy.died()).hasMillis(100);
    }
}
