package io.duplex.inventory;

import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is really published, against the promised examples and schemas: the same fields, of the same kinds. */
@QuarkusTest
@RunningInventoryService
class EventContractTest {
    private static final Path EVENTS = Path.of("contracts", "events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void publishesWhatIsPromised() throws IOException {
        var sku = warehouse.product(10, 5, 8);
        var reserved = UUID.randomUUID();
        var rejected = UUID.randomUUID();
        warehouse.hears(orderCreated(reserved, Map.of(sku, 6)));
        awaitReservation(reserved, "ACTIVE");
        warehouse.hears(orderCreated(rejected, Map.of(sku, 6)));
        awaitReservation(rejected, "REJECTED");
        warehouse.hears(orderCancelled(reserved));
        awaitReservation(reserved, "RELEASED");

        for (var name : Set.of("ProductChanged", "StockLevelChanged", "InventoryLow", "InventoryReplenished")) {
            requirePromised("stock", name, sku);
        }
        requirePromised("reservations", "StockReserved", reserved.toString());
        requirePromised("reservations", "StockReleased", reserved.toString());
        requirePromised("reservations", "StockRejected", rejected.toString());
    }

    private void requirePromised(String topic, String name, String key) throws IOException {
        var count = name.equals("StockLevelChanged") ? 4 : 1;
        var published = warehouse.awaitFacts(topic, name, key, count).get(0);
        var example = JSON.readTree(Files.readString(EVENTS.resolve(name + ".v1.example.json")));
        var schema = JSON.readTree(Files.readString(EVENTS.resolve(name + ".v1.schema.json")));

        assertThat(fields("", JSON.readTree(published.value()))).as(name).isEqualTo(fields("", example));
        assertThat(promised("", schema, schema)).as("schema of %s", name).isEqualTo(fields("", example));
    }

    /** Each value's path and kind; one entry stands for all of an array. */
    private static Set<String> fields(String path, JsonNode value) {
        var found = new TreeSet<String>();
        found.add(path + " " + value.getNodeType().name().toLowerCase(Locale.ROOT));
        value.properties().forEach(field -> found.addAll(fields(path + "/" + field.getKey(), field.getValue())));
        if (value.isArray()) {
            value.forEach(element -> found.addAll(fields(path + "/*", element)));
        }
        return found;
    }

    /** The same of a schema. */
    private static Set<String> promised(String path, JsonNode schema, JsonNode root) {
        if (schema.has("$ref")) {
            return promised(path, root.at(schema.get("$ref").textValue().substring(1)), root);
        }
        var found = new TreeSet<String>();
        found.add(path + " " + schema.get("type").textValue().replace("integer", "number"));
        schema.path("properties")
                .properties()
                .forEach(field -> found.addAll(promised(path + "/" + field.getKey(), field.getValue(), root)));
        if (schema.has("items")) {
            found.addAll(promised(path + "/*", schema.get("items"), root));
        }
        return found;
    }
}
