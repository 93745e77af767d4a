package io.duplex.e2e;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.e2e.suite.RunningSuite;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What deploy/docs/keycloak.md promises, with Keycloak itself: {@code mvn -Pkeycloak verify}. */
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+")
class KeycloakE2E {
    private static Keycloak keycloak;
    private static RunningSuite suite;

    @BeforeAll
    static void start() throws IOException {
        keycloak = new Keycloak(Path.of(System.getProperty("keycloak.home")));
        var issuer = keycloak.issuer("duplex");
        suite = RunningSuite.start(
                Map.of(
                        "DUPLEX_OIDC_ISSUER",
                        issuer,
                        "DUPLEX_OIDC_JWKS_URL",
                        issuer + "/protocol/openid-connect/certs",
                        "DUPLEX_OIDC_AUDIENCE",
                        "duplex"),
                "--no-demo");
    }

    @AfterAll
    static void stop() {
        suite.close();
        keycloak.close();
    }

    @Test
    void customersOrderStaffSellAndServicesLookUp() {
        var sku = "SKU-" + UUID.randomUUID();
        sell(sku, of("customer")).then().statusCode(403);
        sell(sku, of("staff")).then().statusCode(201);

        // A cold inventory-service does not answer at once about a product that is new.
        soon().until(() -> order(sku, of("customer")).statusCode() == 201);
        String id = order(sku, of("customer")).path("id");

        with(of("customer")).get("/v1/orders/" + id).then().statusCode(200);
        with(of("staff")).get("/v1/orders/" + id).then().statusCode(200);
        with(of("nothing")).get("/v1/orders/" + id).then().statusCode(403);
        soon().untilAsserted(() -> with(keycloak.serviceToken())
                .get("/v1/reservations/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE")));
        with(of("customer")).get("/v1/reservations/" + id).then().statusCode(403);
    }

    @Test
    void tokensForOthersOrOfOthersAreRefused() {
        with(keycloak.tokenOf("staff", "duplex", "elsewhere"))
                .get("/v1/orders")
                .then()
                .statusCode(401);
        with(keycloak.tokenOf("staff", "other", "shop"))
                .get("/v1/orders")
                .then()
                .statusCode(401);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private static String of(String user) {
        return keycloak.tokenOf(user, "duplex", "shop");
    }

    private static RequestSpecification with(String token) {
        return given().baseUri(suite.baseUrl()).auth().oauth2(token).contentType("application/json");
    }

    private static Response sell(String sku, String token) {
        return with(token)
                .header("Idempotency-Key", sku)
                .body(
                        """
                        {"sku":"%s","name":"Thing","unitPrice":{"amount":"3.50","currency":"EUR"},
                         "taxCategory":"STANDARD","lowThreshold":0,"initialStock":5}"""
                                .formatted(sku))
                .post("/v1/products");
    }

    private static Response order(String sku, String token) {
        return with(token)
                .header("Idempotency-Key", sku)
                .body(
                        """
                        {"lines":[{"sku":"%s","quantity":1}],"shippingAddress":{"name":"A. Buyer","street":"Main St 1",
                         "postalCode":"10115","city":"Berlin","country":"DE"}}"""
                                .formatted(sku))
                .post("/v1/orders");
    }
}
