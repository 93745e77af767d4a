package io.duplex.invoice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.stubs.StubsTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** What happens around this service: orders that tell their story, and people who read invoices. */
public final class Shop implements AutoCloseable {
    static final String CUSTOMER = "c-1001";
    static final String TWO_CHAIRS = line("CHAIR-OAK", 2, "49.90", "EUR", "STANDARD");

    static {
        // A cold start on a busy machine takes longer than any step of a warm service.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    static String line(String sku, int quantity, String price, String currency, String category) {
        return """
                {"sku":"%s","name":"Oak chair","quantity":%d,"unitPrice":{"amount":"%s","currency":"%s"},
                 "taxCategory":"%s","colour":"unknown to this consumer"}"""
                .formatted(sku, quantity, price, currency, category);
    }

    static Sent created(UUID order, String lines) {
        return created(order, CUSTOMER, "EUR", "2026-11-21T10:00:00.123Z", lines);
    }

    static Sent created(UUID order, String customer, String currency, String at, String lines) {
        return Sent.of(
                "duplex.OrderCreated.v1",
                order.toString(),
                """
                {"orderId":"%s","customerId":"%s","lines":[%s],"currency":"%s","destinationCountry":"AT","createdAt":"%s",
                 "total":{"amount":"1","currency":"%s"}}"""
                        .formatted(order, customer, lines, currency, at, currency));
    }

    static Sent confirmed(UUID order) {
        return changed("OrderConfirmed", order, "");
    }

    static Sent rejected(UUID order) {
        return changed("OrderRejected", order, ",\"reason\":\"insufficient-stock\"");
    }

    static Sent cancelled(UUID order, String reason) {
        return changed("OrderCancelled", order, ",\"reason\":\"%s\"".formatted(reason));
    }

    static Sent expired(UUID order) {
        return changed("OrderExpired", order, "");
    }

    private static Sent changed(String type, UUID order, String more) {
        return Sent.of(
                "duplex." + type + ".v1",
                order.toString(),
                """
                {"orderId":"%s","customerId":"%s","total":{"amount":"99.80","currency":"EUR"}%s}"""
                        .formatted(order, CUSTOMER, more));
    }

    void tell(Sent... facts) {
        for (var fact : facts) {
            topics.send("orders", fact);
        }
    }

    /** An order of two chairs that was placed and confirmed; its invoice is issued. */
    JsonPath issued() {
        var order = UUID.randomUUID();
        tell(created(order, TWO_CHAIRS), confirmed(order));
        return awaitInvoice(order, "ISSUED");
    }

    static JsonPath awaitInvoice(UUID order, String status) {
        await().untilAsserted(() ->
                assertThat(invoicesOf(order).getList("items.status")).containsExactly(status));
        return invoicesOf(order).setRootPath("items[0]");
    }

    static JsonPath invoicesOf(UUID order) {
        return staff().get("/v1/invoices?orderId=" + order).jsonPath();
    }

    static RequestSpecification staff() {
        return as("s-1", "staff");
    }

    static RequestSpecification customer() {
        return as(CUSTOMER, "customer");
    }

    static RequestSpecification as(String subject, String... roles) {
        return given().auth().oauth2(StubsTestResource.token(subject, roles));
    }

    /** What this service has told about an order, in order. */
    List<ConsumerRecord<String, String>> told(UUID order) {
        return topics.read("invoices", message -> order.toString().equals(message.key()));
    }

    /** Waits until this service has had the effect of all that was told. */
    void awaitAllHeard() {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", DuplexTestResource.kafka().bootstrapServers()))) {
            await().untilAsserted(() -> {
                var ends = new HashMap<TopicPartition, Long>();
                var partitions = IntStream.range(0, 6)
                        .mapToObj(number -> new TopicPartition("orders", number))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
                admin.listOffsets(partitions)
                        .all()
                        .get()
                        .forEach((partition, end) -> ends.put(partition, end.offset()));
                ends.values().removeIf(end -> end == 0);
                var heard = new HashMap<TopicPartition, Long>();
                admin.listConsumerGroupOffsets("invoice-service")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, offset) -> heard.put(partition, offset.offset()));
                assertThat(heard).containsAllEntriesOf(ends);
            });
        }
    }

    /** Changes rows behind the service's back, as the superuser. */
    static void sql(String... statements) {
        try (var connection = DuplexTestResource.postgres().connect("invoices")) {
            for (var statement : statements) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException | IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
