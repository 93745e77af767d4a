package io.duplex.invoice;

import static io.duplex.invoice.Shop.TWO_CHAIRS;
import static io.duplex.invoice.Shop.cancelled;
import static io.duplex.invoice.Shop.confirmed;
import static io.duplex.invoice.Shop.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is really published, against the promised examples and schemas: the same fields, of the same kinds. */
@QuarkusTest
@RunningInvoiceService
class EventContractTest {
    private static final Path EVENTS = Path.of("contracts", "events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void publishesWhatIsPromised() throws IOException {
        var order = UUID.randomUUID();
        shop.tell(created(order, TWO_CHAIRS), confirmed(order), cancelled(order, "changed my mind"));

        await().untilAsserted(() -> assertThat(shop.told(order)).hasSize(2));
        requirePromised("InvoiceIssued", shop.told(order).get(0).value());
        requirePromised("CreditNoteIssued", shop.told(order).get(1).value());
    }

    private static void requirePromised(String name, String published) throws IOException {
        var example = JSON.readTree(Files.readString(EVENTS.resolve(name + ".v1.example.json")));
        var schema = JSON.readTree(Files.readString(EVENTS.resolve(name + ".v1.schema.json")));

        assertThat(kinds(JSON.readTree(published))).as(name).isEqualTo(kinds(example));
        assertThat(kinds(example)).as("schema of %s", name).isEqualTo(promised(schema, schema));
        schema.get("required").forEach(field -> assertThat(example.has(field.textValue()))
                .as(field.textValue())
                .isTrue());
    }

    private static SortedMap<String, String> kinds(JsonNode value) {
        var kinds = new TreeMap<String, String>();
        value.properties().forEach(field -> {
            kinds.put(field.getKey(), field.getValue().getNodeType().name().toLowerCase(Locale.ROOT));
            kinds(field.getValue()).forEach((name, kind) -> kinds.put(field.getKey() + "/" + name, kind));
        });
        return kinds;
    }

    private static SortedMap<String, String> promised(JsonNode schema, JsonNode root) {
        var kinds = new TreeMap<String, String>();
        schema.path("properties").properties().forEach(field -> {
            var type = field.getValue().has("$ref")
                    ? root.at(field.getValue().get("$ref").textValue().substring(1))
                    : field.getValue();
            kinds.put(field.getKey(), type.get("type").textValue());
            promised(type, root).forEach((name, kind) -> kinds.put(field.getKey() + "/" + name, kind));
        });
        return kinds;
    }
}
