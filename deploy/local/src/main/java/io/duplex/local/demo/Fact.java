package io.duplex.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** An event as it arrived on a topic: who tells what about which order or SKU; seen at a {@code nanoTime}. */
record Fact(String service, String type, String key, String correlationId, JsonNode data, long seenAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a record in the binary mode of CloudEvents. */
    static Fact of(ConsumerRecord<byte[], byte[]> event, long seenAt) {
        return new Fact(
                header(event, "ce_source").replaceFirst("^/duplex/", ""),
                header(event, "ce_type").replaceFirst("^duplex\\.(\\w+)\\.v\\d+$", "$1"),
                text(event.key()),
                header(event, "ce_correlationid"),
                data(event.value()),
                seenAt);
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode data(byte[] value) {
        try {
            return value == null ? MissingNode.getInstance() : JSON.readTree(value);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** A text of the data; empty where there is none. */
    String text(String pointer) {
        return data.at(pointer).asText();
    }

    /** The fact in a few words. */
    String summary() {
        return (type + " " + details()).strip();
    }

    private String details() {
        return switch (type) {
            case "OrderCreated" -> money("/total");
            case "OrderCancelled", "OrderRejected" -> text("/reason");
            case "StockReserved", "StockReleased" -> lines();
            case "InventoryLow", "InventoryReplenished", "StockLevelChanged" ->
                text("/sku") + ": " + text("/available") + " available";
            case "InvoiceIssued", "CreditNoteIssued" -> text("/number") + ", " + money("/gross") + " gross";
            case "NotificationSent", "NotificationFailed" -> text("/channel") + " " + text("/template");
            default -> "";
        };
    }

    private String money(String pointer) {
        return text(pointer + "/amount") + " " + text(pointer + "/currency");
    }

    private String lines() {
        return StreamSupport.stream(data.path("lines").spliterator(), false)
                .map(line -> line.path("quantity").asText() + " × "
                        + line.path("sku").asText())
                .collect(Collectors.joining(", "));
    }
}
