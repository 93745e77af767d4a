package io.duplex.order;

import static io.duplex.order.Shop.customer;
import static io.duplex.order.Shop.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line was once answered otherwise: found by deploy/e2e/conformance. */
@QuarkusTest
@RunningOrderService
class StrictInputComponentTest {
    private static final String ORDER = order("CHAIR-OAK", 2);

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 100, 150})
    void aBodyThatIsCutIsMalformedWhereverItEnds(int length) {
        refused(ORDER.substring(0, length), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "]"})
    void textBehindTheBodyIsMalformed(String tail) {
        refused(ORDER + tail, 400, "malformed-json");
    }

    @Test
    void anExplicitNullIsOfTheWrongType() {
        refused(ORDER.replace("\"quantity\":2", "\"quantity\":null"), 400, "invalid-type")
                .body("errors[0].pointer", equalTo("#/lines/0/quantity"));
    }

    @Test
    void aMissingFieldIsReportedAmongAllThatBreakARule() {
        refused(ORDER.replace(",\"quantity\":2", "").replace("\"city\":\"Berlin\",", ""), 422, "validation-failed")
                .body("errors.pointer", equalTo(List.of("#/lines/0/quantity", "#/shippingAddress/city")))
                .body("errors.code", equalTo(List.of("required", "required")));
    }

    @Test
    void nulInATextIsNoLetter() {
        refused(ORDER.replace("A. Buyer", "a\\u0000b"), 422, "validation-failed")
                .body("errors[0].pointer", equalTo("#/shippingAddress/name"));
    }

    @Test
    void nulInAQueryIsNoParameter() {
        customer()
                .urlEncodingEnabled(false)
                .get("/v1/orders?customerId=a%00b")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "text/plain", "application/json, application/json", "application/json;charset=utf-16"})
    void aBodyThatIsNotSaidToBeJsonIsNotRead(String type) {
        var request = customer().header("Idempotency-Key", UUID.randomUUID()).noContentType();
        request.header("Content-Type", type).body(ORDER.getBytes(UTF_8));
        refused(request, 415, "unsupported-media-type");
    }

    @Test
    void anUnknownTypeOfNoBodyIsNotGuessedAt() {
        var request = customer().header("Idempotency-Key", UUID.randomUUID()).noContentType();
        refused(request.header("Content-Type", "x"), 415, "unsupported-media-type");
    }

    @Test
    void aBodyInAnUnknownCodingIsNotRead() {
        var request = customer().header("Idempotency-Key", UUID.randomUUID());
        refused(request.header("Content-Encoding", "x").body(ORDER), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/orders                 | GET, HEAD, OPTIONS, POST",
                "/v1/orders/17              | GET, HEAD, OPTIONS",
                "/v1/orders/17/cancel       | OPTIONS, POST",
                "/v1/dead-letters/1/redrive | OPTIONS, POST"
            })
    void aWrongMethodIsToldTheRightOnes(String path, String allowed) {
        customer()
                .patch(path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo(allowed));
    }

    private static ValidatableResponse refused(String body, int status, String code) {
        return refused(customer().header("Idempotency-Key", UUID.randomUUID()).body(body), status, code);
    }

    private static ValidatableResponse refused(RequestSpecification request, int status, String code) {
        return request.post("/v1/orders")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
