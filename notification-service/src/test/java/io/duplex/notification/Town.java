package io.duplex.notification;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.stubs.StubsTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** The people and systems around this service, as its tests need them again and again. */
public final class Town implements AutoCloseable {
    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    public final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    /** A customer of its own for each test. */
    public final String customer = "c-" + UUID.randomUUID();

    /** The customer's order. */
    public final UUID order = UUID.randomUUID();

    public String email() {
        return customer + "@example.org";
    }

    public static RequestSpecification as(String subject, String... roles) {
        return given().auth().oauth2(StubsTestResource.token(subject, roles)).contentType("application/json");
    }

    public RequestSpecification customer() {
        return as(customer, "customer");
    }

    public static RequestSpecification staff() {
        return as("clerk", "staff");
    }

    /** The customer says how to be reached. */
    public void movesIn(String locale, boolean email, boolean sms) {
        customer()
                .body(
                        """
                        {"email":"%s","phone":"+4930123456","locale":"%s","preferences":{"email":%s,"sms":%s}}"""
                                .formatted(email(), locale, email, sms))
                .put("/v1/contacts/" + customer)
                .then()
                .statusCode(200);
    }

    /** Order-service tells that the order is confirmed. */
    public Sent confirmed() {
        return Sent.of(
                "duplex.OrderConfirmed.v1",
                order.toString(),
                """
                {"orderId":"%s","customerId":"%s","total":{"amount":"99.80","currency":"EUR"},"new":"field"}"""
                        .formatted(order, customer));
    }

    /** Invoice-service tells that the order is invoiced. */
    public Sent invoiced() {
        return Sent.of(
                "duplex.InvoiceIssued.v1",
                order.toString(),
                """
                {"invoiceId":"%s","orderId":"%s","number":"INV-2026-000001","customerId":"%s",
                 "net":{"amount":"99.80","currency":"EUR"},"tax":{"amount":"18.96","currency":"EUR"},
                 "gross":{"amount":"118.76","currency":"EUR"},"dueDate":"2026-12-21"}"""
                        .formatted(UUID.randomUUID(), order, customer));
    }

    /** Inventory-service tells that a SKU has become low. */
    public static Sent low(String sku) {
        return Sent.of(
                "duplex.InventoryLow.v1",
                sku,
                """
                {"sku":"%s","name":"Oak chair","available":4,"lowThreshold":5,"clearThreshold":6,"episode":1}"""
                        .formatted(sku));
    }

    /** What staff see of the notifications about the order. */
    public List<JsonNode> notifications() {
        return items(staff().get("/v1/notifications?orderId=" + order));
    }

    /** The order's notification on a channel; empty JSON when there is none. */
    public JsonNode notification(String channel) {
        return notifications().stream()
                .filter(notification -> notification.path("channel").asText().equals(channel))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Where that notification is. */
    public String status(String channel) {
        return notification(channel).path("status").asText();
    }

    /** The emails that reached the customer. */
    public List<JsonNode> emails() {
        return inbox("emails", mail -> mail.toString().contains(email()));
    }

    /** The text messages about the order. */
    public List<JsonNode> texts() {
        return inbox("sms", sms -> sms.path("text").asText().contains(order.toString()));
    }

    public static List<JsonNode> inbox(String name, Predicate<JsonNode> wanted) {
        return items(given().get(StubsTestResource.url() + "/stub/" + name)).stream()
                .filter(wanted)
                .toList();
    }

    /** The items of a list's answer. */
    public static List<JsonNode> items(Response answer) {
        return StreamSupport.stream(json(answer).path("items").spliterator(), false)
                .toList();
    }

    /** The JSON of an answer. */
    public static JsonNode json(Response answer) {
        try {
            return new ObjectMapper().readTree(answer.asString());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(answer.asString(), notJson);
        }
    }

    /** Switches providers' faults; {@code {}} heals them all. */
    public static void faults(String json) {
        given().contentType("application/json")
                .body(json)
                .put(StubsTestResource.url() + "/stub/faults")
                .then()
                .statusCode(200);
    }

    /** The facts of a type that this service told about the order. */
    public List<ConsumerRecord<String, String>> told(String type) {
        return topics.read("notifications", "duplex." + type + ".v1", order.toString());
    }

    /** Changes rows behind the service's back, as a crash would leave them. */
    public static void sql(String statement) {
        try (var connection = DuplexTestResource.postgres().connect("notifications");
                var update = connection.createStatement()) {
            update.execute(statement);
        } catch (SQLException | IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What the database answers in its first row and column. */
    public static String ask(String query) {
        try (var connection = DuplexTestResource.postgres().connect("notifications");
                var select = connection.createStatement();
                var rows = select.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
        } catch (SQLException | IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
