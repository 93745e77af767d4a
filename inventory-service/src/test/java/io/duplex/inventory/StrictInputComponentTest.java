package io.duplex.inventory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.stubs.StubsTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every line was once answered otherwise: found by deploy/e2e/conformance. */
@QuarkusTest
@RunningInventoryService
class StrictInputComponentTest {
    @Test
    void aNumberIsNoWordOfAList() {
        staff().header("Idempotency-Key", UUID.randomUUID())
                .body("{\"type\":0,\"quantity\":50}")
                .post("/v1/stock/CHAIR-OAK/movements")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-type"))
                .body("errors[0].pointer", equalTo("#/type"));
    }

    @Test
    void aWrongMethodIsToldTheRightOnesBelowAnotherResourceToo() {
        staff().patch("/v1/stock/CHAIR-OAK/movements")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(StubsTestResource.token("clerk", "staff")).contentType("application/json");
    }
}
