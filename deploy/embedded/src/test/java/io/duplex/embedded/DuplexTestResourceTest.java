package io.duplex.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuplexTestResourceTest {

    @Test
    void givesAServiceItsDatabaseAndTheBroker() throws Exception {
        // Given
        DuplexTestResource resource = new DuplexTestResource();
        resource.init(Map.of("service", "invoice-service"));
        // When
        Map<String, String> settings = resource.start();
        // Then
        try (Connection own = DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"))) {
            assertThat(own.getCatalog()).isEqualTo("invoices");
        }
        assertThat("jdbc:" + settings.get("quarkus.datasource.reactive.url"))
                .isEqualTo(settings.get("quarkus.datasource.jdbc.url"));
        assertThat(settings.get("kafka.bootstrap.servers"))
                .isEqualTo(DuplexTestResource.kafka().bootstrapServers());
    }

    @Test
    void sharesItsServersWithEveryClassLoader() throws Exception {
        // Given
        String here = DuplexTestResource.postgres().jdbcUrl("orders");
        // When
        try (URLClassLoader other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object server = other.loadClass(DuplexTestResource.class.getName())
                    .getMethod("postgres")
                    .invoke(null);
            server.getClass().getMethod("stop").invoke(server);
            // Then
            assertThat(DuplexTestResource.postgres().isReady()).isFalse();
            server.getClass().getMethod("start").invoke(server);
            assertThat(server.getClass().getMethod("jdbcUrl", String.class).invoke(server, "orders"))
                    .isEqualTo(here);
        }
        assertThat(DuplexTestResource.postgres().isReady()).isTrue();
    }

    @Test
    void refusesAnUnknownService() {
        assertThatThrownBy(() -> new DuplexTestResource().init(Map.of("service", "billing")))
                .hasMessageContaining("billing");
    }

    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(DuplexTestResourceTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
