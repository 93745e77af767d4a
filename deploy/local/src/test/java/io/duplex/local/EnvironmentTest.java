package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private final Path folder;

    EnvironmentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tellsAServiceWhereItIsAndWhomItTalksTo() {
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(new Environment(new Ports(8080, 1), data).of(Service.ORDER, 1))
                    .containsEntry("QUARKUS_HTTP_PORT", "8081")
                    .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:8092/orders")
                    .containsEntry("QUARKUS_DATASOURCE_USERNAME", "order_service")
                    .containsEntry("QUARKUS_DATASOURCE_PASSWORD", data.password("order_service"))
                    .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:8093")
                    .containsEntry("DUPLEX_OIDC_JWKS_URL", "http://127.0.0.1:8090/dev/jwks")
                    .containsEntry("ORDER_INVENTORY_URL", "http://127.0.0.1:8082");
            assertThat(new Environment(new Ports(8080, 1), data).of(Service.INVENTORY, 1))
                    .containsEntry("INVENTORY_ORDER_URL", "http://127.0.0.1:8081");
        }
    }

    @Test
    void tellsAServiceAndTheStubsTheSameSecret() {
        try (DataFolder data = DataFolder.open(folder)) {
            var environment = new Environment(new Ports(8080, 1), data);
            var inventory = environment.of(Service.INVENTORY, 1);

            assertThat(inventory)
                    .containsEntry("DUPLEX_OIDC_TOKEN_URL", "http://127.0.0.1:8090/dev/oauth/token")
                    .containsEntry("DUPLEX_OIDC_CLIENT_ID", "inventory-service");
            assertThat(environment.ofStubs())
                    .containsEntry("STUBS_CLIENTS", "inventory-service:" + inventory.get("DUPLEX_OIDC_CLIENT_SECRET"));
            assertThat(inventory.getOrDefault("DUPLEX_OIDC_CLIENT_SECRET", ""))
                    .hasSizeGreaterThan(30)
                    .isNotEqualTo(inventory.get("QUARKUS_DATASOURCE_PASSWORD"));
        }
    }

    @Test
    void asksTheOrderServiceOfTheSameNumberItself() {
        try (DataFolder data = DataFolder.open(folder)) {
            var environment = new Environment(new Ports(8080, 2), data);

            assertThat(environment.of(Service.INVENTORY, 1))
                    .containsEntry("INVENTORY_ORDER_URL", "http://127.0.0.1:8081");
            assertThat(environment.of(Service.INVENTORY, 2))
                    .containsEntry("INVENTORY_ORDER_URL", "http://127.0.0.1:8181");
        }
    }

    @Test
    void asksInventoryThroughTheGatewayWhenThereAreReplicas() {
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(new Environment(new Ports(8080, 2), data).of(Service.ORDER, 2))
                    .containsEntry("QUARKUS_HTTP_PORT", "8181")
                    .containsEntry("ORDER_INVENTORY_URL", "http://127.0.0.1:8080");
        }
    }
}
