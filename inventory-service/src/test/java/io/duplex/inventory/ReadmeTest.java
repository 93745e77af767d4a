package io.duplex.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.inventory.reservation.ReservationSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class ReadmeTest {
    @Inject
    ReservationSettings settings;

    @Test
    void saysWhatTheSettingsAreUnlessSet() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("| `inventory.reservation.ttl` | `" + isoDays() + "` |");
    }

    private String isoDays() {
        return "P" + settings.ttl().toDays() + "D";
    }
}
