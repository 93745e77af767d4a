package io.duplex.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotificationService
class OpenApiContractTest {
    private static final Path CONTRACT = Path.of("contracts", "openapi.yaml");

    @Test
    void theContractIsWhatTheServiceServes() throws IOException {
        var served =
                RestAssured.given().accept("application/yaml").get("/q/openapi").asString();
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(CONTRACT, served);
        }

        assertThat(Files.readString(CONTRACT))
                .as(
                        "refresh it by: mvn -pl notification-service test -Dtest=OpenApiContractTest -Dcontracts.update=true")
                .isEqualTo(served);
    }
}
