package io.duplex.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.chassis.Ids;
import io.duplex.chassis.events.Received;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WavesTest {
    @Test
    void groupAWholeBatchByTypeWhereNoKeyRepeats() {
        assertThat(waves(event("Created", "a"), event("Created", "b"), event("Cancelled", "c")))
                .isEqualTo("[Created:a Created:b][Cancelled:c]");
    }

    @Test
    void keepTheOrderOfEachKey() {
        assertThat(waves(
                        event("Created", "a"),
                        event("Cancelled", "a"),
                        event("Created", "b"),
                        event("Created", "a"),
                        event("Cancelled", "b")))
                .isEqualTo("[Created:a Created:b] [Cancelled:a Cancelled:b] [Created:a]");
    }

    @Test
    void areOneForWhatIsHandledTogether() {
        assertThat(waves(
                        event("Counted", "a"),
                        event("Created", "a"),
                        event("Cancelled", "a"),
                        event("Recounted", "a"),
                        event("Counted", "b")))
                .isEqualTo("[Counted:a Recounted:a Counted:b][Created:a] [Cancelled:a]");
    }

    @Test
    void areNoneForAnEmptyBatch() {
        assertThat(Waves.of(List.of(), WavesTest::together)).isEmpty();
    }

    private static Received<?> event(String type, String key) {
        return new Received<>(Ids.next(), "/duplex/test", type, key, 1, Instant.EPOCH, null, null, "data");
    }

    private static Optional<?> together(Received<?> event) {
        return event.type().endsWith("ounted") ? Optional.of("counts") : Optional.empty();
    }

    private static String waves(Received<?>... events) {
        return Waves.of(List.of(events), WavesTest::together).stream()
                .map(WavesTest::wave)
                .collect(Collectors.joining(" "));
    }

    private static String wave(Collection<List<Received<?>>> wave) {
        return wave.stream()
                .map(group -> group.stream()
                        .map(event -> event.type() + ":" + event.key())
                        .collect(Collectors.joining(" ", "[", "]")))
                .collect(Collectors.joining());
    }
}
