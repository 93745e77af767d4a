package io.duplex.inventory.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcileSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"grace", "within"})
    void standInTheReadmeWithTheirDefaults(String setting) throws IOException, NoSuchMethodException {
        var fallback = ReconcileSettings.class.getMethod(setting).getAnnotation(WithDefault.class);

        assertThat(Files.readString(Path.of("README.md")))
                .contains("| `inventory.reconcile." + setting + "` | `" + fallback.value() + "` |");
    }
}
