package io.duplex.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
@TestProfile(OpenStreamsComponentTest.RoomForThree.class)
class OpenStreamsComponentTest {
    private static final String STREAM = "/v1/analytics/stream";

    private final List<EventStream> open = new ArrayList<>();

    /** Three streams, two of them one caller's. */
    public static final class RoomForThree implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("order.streams.most", "3", "order.streams.most-per-caller", "2");
        }
    }

    @AfterEach
    void close() {
        open.forEach(EventStream::close);
    }

    @Test
    void areRefusedToWhoHasEnoughAndWhenThereAreEnoughUntilOneEnds() {
        follow("clerk-1").latest();
        follow("clerk-1").latest();
        assertRefused(follow("clerk-1"));
        follow("clerk-2").latest();
        assertRefused(follow("clerk-2"));
        assertRefused(follow("clerk-3"));

        open.get(0).close();

        await().until(() -> follow("clerk-3").status() == 200);
        open.get(open.size() - 1).latest();
        assertRefused(follow("clerk-1"));
    }

    private EventStream follow(String clerk) {
        var stream = EventStream.open(STREAM, clerk);
        open.add(stream);
        return stream;
    }

    private static void assertRefused(EventStream stream) {
        assertThat(stream.status()).isEqualTo(503);
        assertThat(stream.header("Retry-After")).isEqualTo("5");
        await().untilAsserted(() -> assertThat(stream.lines().toString()).contains("service-unavailable"));
    }
}
