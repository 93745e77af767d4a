package io.duplex.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.notification.Channel;
import io.duplex.notification.NotificationStatus;
import io.duplex.notification.message.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {
    private static final Path EVENTS = Path.of("contracts", "events");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"SENT, NotificationSent", "FAILED, NotificationFailed", "DEAD, NotificationFailed"})
    void whatIsToldIsWhatTheSchemaSays(NotificationStatus status, String name) throws IOException {
        var id = UUID.randomUUID();
        var delivery = new Delivery(
                id, 1, 2, id, id, null, "c", Channel.SMS, Template.ORDER_CONFIRMED, "en", "+4930123456", "{}");
        var result =
                new Result(status, "HTTP 503", 5, status == NotificationStatus.FAILED ? 30_000L : null, null, null);

        var event = DeliveryEvents.of(delivery, result);

        assertThat(event.type()).isEqualTo("duplex." + name + ".v1");
        assertFits(JSON.valueToTree(event.data()), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotificationSent", "NotificationFailed"})
    void theExampleIsWhatTheSchemaSays(String name) throws IOException {
        assertFits(read(name + ".v1.example.json"), name);
    }

    private static void assertFits(JsonNode data, String name) throws IOException {
        var schema = read(name + ".v1.schema.json");
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asText()));

        assertThat(data.fieldNames()).toIterable().containsAll(required);
        data.properties().forEach(field -> assertThat(schema.path("properties")
                        .path(field.getKey())
                        .path("type")
                        .asText())
                .as(field.getKey())
                .isEqualTo(typeOf(field.getValue())));
    }

    private static String typeOf(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.isBoolean() ? "boolean" : "string";
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(EVENTS.resolve(file).toFile());
    }
}
