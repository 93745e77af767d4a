package io.duplex.inventory.availability;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.staff;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class AvailabilityComponentTest {
    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void saysThatThereIsEnough() {
        var sku = warehouse.product(10);

        ask("{\"sku\":\"%s\",\"quantity\":10}".formatted(sku))
                .statusCode(200)
                .body("sufficient", equalTo(true))
                .body("lines", hasSize(1))
                .body("lines[0].sku", equalTo(sku))
                .body("lines[0].name", equalTo("Oak chair"))
                .body("lines[0].requested", equalTo(10))
                .body("lines[0].available", equalTo(10))
                .body("lines[0].sufficient", equalTo(true))
                .body("lines[0].unitPrice.amount", equalTo("49.90"))
                .body("lines[0].taxCategory", equalTo("STANDARD"));
    }

    @Test
    void sumsLinesOfOneSku() {
        var enough = warehouse.product(100);
        var scarce = warehouse.product(10);

        ask("{\"sku\":\"%1$s\",\"quantity\":6},{\"sku\":\"%2$s\",\"quantity\":1},{\"sku\":\"%1$s\",\"quantity\":5}"
                        .formatted(scarce, enough))
                .statusCode(200)
                .body("sufficient", equalTo(false))
                .body("lines.sku", contains(scarce, enough))
                .body("lines.requested", contains(11, 1))
                .body("lines.sufficient", contains(false, true));
    }

    @Test
    void hasNothingToOrderOfAnInactiveProduct() {
        var sku = warehouse.product(10);
        staff().header("If-Match", "*")
                .body(
                        """
                        {"name":"Oak chair","unitPrice":{"amount":"49.90","currency":"EUR"},"taxCategory":"STANDARD",
                         "active":false,"lowThreshold":0}""")
                .put("/v1/products/" + sku)
                .then()
                .statusCode(200);

        ask("{\"sku\":\"%s\",\"quantity\":1}".formatted(sku))
                .statusCode(200)
                .body("sufficient", equalTo(false))
                .body("lines[0].active", equalTo(false));
    }

    @Test
    void pointsAtUnknownSkus() {
        ask("{\"sku\":\"%s\",\"quantity\":1},{\"sku\":\"NEVER-HEARD-OF\",\"quantity\":1}"
                        .formatted(warehouse.product(1)))
                .statusCode(422)
                .body("code", equalTo("unknown-sku"))
                .body("errors.pointer", contains("#/lines/1/sku"));
    }

    @Test
    void refusesQuestionsThatMakeNoSense() {
        ask("").statusCode(422).body("errors[0].pointer", equalTo("#/lines"));
        ask("{\"sku\":\"A\",\"quantity\":0}").statusCode(422).body("errors[0].pointer", equalTo("#/lines/0/quantity"));
        given().contentType("application/json")
                .body("{\"lines\":[]}")
                .post("/v1/availability")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse ask(String lines) {
        return as("c-1", "customer")
                .body("{\"lines\":[" + lines + "]}")
                .post("/v1/availability")
                .then();
    }
}
