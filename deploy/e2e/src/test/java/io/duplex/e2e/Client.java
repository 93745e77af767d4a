package io.duplex.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.duplex.e2e.suite.RunningSuite;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A front end of the shop: everything goes through the gateway. */
final class Client {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final String baseUrl;
    final String customer;

    Client(RunningSuite suite, String customer) {
        this.baseUrl = suite.baseUrl();
        this.customer = customer;
    }

    /** A client for a customer that nobody else is, who can be reached by email and SMS. */
    static Client withContact(RunningSuite suite) {
        var client = new Client(suite, "c-" + UUID.randomUUID());
        client.asCustomer()
                .body(Map.of("email", client.email(), "phone", "+4915112345678", "locale", "en"))
                .put("/v1/contacts/" + client.customer)
                .then()
                .statusCode(200);
        return client;
    }

    String email() {
        return customer + "@customer.example";
    }

    String token() {
        return token(customer, "customer");
    }

    RequestSpecification asCustomer() {
        return as(customer, "customer");
    }

    RequestSpecification asStaff() {
        return as("clerk", "staff");
    }

    RequestSpecification asAdmin() {
        return as("root", "admin");
    }

    private RequestSpecification as(String subject, String role) {
        return given().baseUri(baseUrl).auth().oauth2(token(subject, role)).contentType("application/json");
    }

    private String token(String subject, String role) {
        return TOKENS.computeIfAbsent(baseUrl + " " + subject + " " + role, missing -> newToken(subject, role));
    }

    private String newToken(String subject, String role) {
        return given().baseUri(baseUrl)
                .contentType("application/json")
                .body(Map.of("subject", subject, "roles", new String[] {role}))
                .post("/dev/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** A new product with so many pieces in stock. */
    String sells(String price, int stock, int lowThreshold) {
        var sku = "SKU-" + UUID.randomUUID();
        asStaff()
                .header("Idempotency-Key", sku)
                .body(
                        """
                        {"sku":"%s","name":"Thing","unitPrice":{"amount":"%s","currency":"EUR"},
                         "taxCategory":"STANDARD","lowThreshold":%d,"initialStock":%d}"""
                                .formatted(sku, price, lowThreshold, stock))
                .post("/v1/products")
                .then()
                .statusCode(201);
        return sku;
    }

    Response place(String sku, int quantity) {
        return place(UUID.randomUUID().toString(), Map.of(sku, quantity));
    }

    /** An order that is sent again with its key, as Retry-After asks, while the answer is 503. */
    Response place(String key, Map<String, Integer> wanted) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .until(() -> placeOnce(key, wanted), answer -> answer.statusCode() != 503);
    }

    Response placeOnce(String key, Map<String, Integer> wanted) {
        var lines = wanted.entrySet().stream()
                .map(line -> "{\"sku\":\"" + line.getKey() + "\",\"quantity\":" + line.getValue() + "}")
                .collect(Collectors.joining(","));
        return asCustomer()
                .header("Idempotency-Key", key)
                .body(
                        """
                        {"lines":[%s],"shippingAddress":{"name":"A. Buyer","street":"Main St 1",
                         "postalCode":"10115","city":"Berlin","country":"DE"}}"""
                                .formatted(lines))
                .post("/v1/orders");
    }

    String status(String orderId) {
        return String.valueOf(asCustomer().get("/v1/orders/" + orderId).<Object>path("status"));
    }

    Response invoices(String orderId) {
        return asCustomer().get("/v1/invoices?orderId=" + orderId);
    }

    Response stock(String sku) {
        return asStaff().get("/v1/stock/" + sku);
    }

    /** What lies in the stub's mailbox for somebody, subjects only. */
    Stream<String> mailTo(String address) {
        var emails = given().baseUri(baseUrl).get("/stub/emails").jsonPath();
        return emails.<Map<String, Object>>getList("items").stream()
                .filter(email -> String.valueOf(email.get("to")).contains(address))
                .map(email -> String.valueOf(email.get("subject")));
    }
}
