package io.duplex.chassis.notes;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The chassis as it is, but quick to look and to judge, so that its tests need not wait. */
public final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "outbox.sample-every", "500ms",
                "outbox.stalled-after", "3S",
                "consumers.sample-every", "500ms",
                "consumers.stalled-after", "3S");
    }
}
