package io.duplex.invoice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInvoiceService
class OpenApiContractTest {
    private static final Path CONTRACT = Path.of("contracts", "openapi.yaml");

    @Test
    void servesTheDocumentThatIsPromised() throws IOException {
        var served = given().get("/q/openapi").asString();
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(CONTRACT, served);
        }

        assertThat(served)
                .as("contracts/openapi.yaml is not what is served; refresh it with -Dcontracts.update=true")
                .isEqualTo(Files.readString(CONTRACT));
    }
}
