package io.duplex.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.inventory.reconcile.ReconcileSettings;
import io.duplex.inventory.reservation.ReservationSettings;
import io.duplex.inventory.shipment.ShipmentSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    static Stream<Method> settings() {
        return Stream.of(ReservationSettings.class, ShipmentSettings.class, ReconcileSettings.class)
                .flatMap(settings -> Arrays.stream(settings.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(WithDefault.class));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void standInTheReadmeWithTheirDefaults(Method setting) throws IOException {
        var name =
                setting.getDeclaringClass().getAnnotation(ConfigMapping.class).prefix()
                        + "."
                        + setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        var fallback = setting.getAnnotation(WithDefault.class).value();

        assertThat(Files.readString(Path.of("README.md"))).contains("| `" + name + "` | `" + fallback + "` |");
    }
}
