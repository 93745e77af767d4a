package io.duplex.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.contracts.openapi.Api;
import io.duplex.contracts.suite.Service;
import io.duplex.e2e.suite.RunningSuite;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one address that the public knows. */
class OneOriginE2E {
    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void tellsOfEveryPublishedPathInOneDocumentWithAPage() {
        var document = get("/openapi");
        document.then().statusCode(200).body("openapi", containsString("3.1"));
        var told = document.<Map<String, ?>>path("paths").keySet();

        for (var service : Service.in(RunningSuite.HOME)) {
            assertThat(Api.of(service.openApi()).operations())
                    .filteredOn(operation -> !operation.path().endsWith("/ship"))
                    .allSatisfy(operation -> assertThat(told).contains(operation.path()));
        }
        get("/docs").then().statusCode(200).contentType("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /q/health/live",
        "GET, /q/metrics",
        "GET, /v1/dead-letters",
        "GET, /nowhere",
        "POST, /v1/orders/01991f7e-0000-7000-8000-000000000001/ship"
    })
    void hidesWhatIsNotForThePublicEvenFromStaff(String method, String path) {
        new Client(suite, "c-1001")
                .asStaff()
                .request(method, path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .header("X-Content-Type-Options", "nosniff");
    }

    private Response get(String path) {
        return given().baseUri(suite.baseUrl()).redirects().follow(true).get(path);
    }
}
