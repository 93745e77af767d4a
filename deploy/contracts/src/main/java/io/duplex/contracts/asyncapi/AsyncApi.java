package io.duplex.contracts.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An AsyncAPI 3.0 document as the suite writes them: messages are components, and channels are topics. */
public final class AsyncApi {
    static final String HEADERS = "CloudEventHeaders";
    private static final String CHANNELS = "#/channels/";

    private final JsonNode document;

    /** The document, or a missing node: then it says nothing. */
    public AsyncApi(JsonNode document) {
        this.document = document;
    }

    /** The schema of the headers that all its messages share. */
    public JsonNode headers() {
        return document.path("components").path("schemas").path(HEADERS);
    }

    /** The topics on which an operation sends or receives an event. */
    public List<String> addressesOf(String action, String event) {
        return operations(action)
                .filter(operation -> operation.messages().contains(event))
                .map(Operation::address)
                .toList();
    }

    /** Its own messages, by the event's name. */
    SortedMap<String, JsonNode> messages() {
        return named(document.path("components").path("messages"));
    }

    /** Its channels, by their names. */
    SortedMap<String, JsonNode> channels() {
        return named(document.path("channels"));
    }

    /** What it does: {@code send} or {@code receive}. */
    Stream<Operation> operations(String action) {
        return document.path("operations").properties().stream()
                .filter(entry -> entry.getValue().path("action").asText().equals(action))
                .map(this::operation);
    }

    private Operation operation(Map.Entry<String, JsonNode> entry) {
        String channel = reference(entry.getValue().path("channel")).replace(CHANNELS, "");
        String prefix = CHANNELS + channel + "/messages/";
        List<String> messages = StreamSupport.stream(
                        entry.getValue().path("messages").spliterator(), false)
                .map(AsyncApi::reference)
                .map(reference -> reference.startsWith(prefix) ? reference.substring(prefix.length()) : reference)
                .toList();
        JsonNode node = document.path("channels").path(channel);
        return new Operation(entry.getKey(), node.path("address").asText(), messages, node, entry.getValue());
    }

    /** Where a node refers to; empty when it does not. */
    static String reference(JsonNode node) {
        return node.path("$ref").asText();
    }

    private static SortedMap<String, JsonNode> named(JsonNode parent) {
        SortedMap<String, JsonNode> children = new TreeMap<>();
        parent.properties().forEach(entry -> children.put(entry.getKey(), entry.getValue()));
        return children;
    }

    /**
     * Something that a service does.
     *
     * @param address the topic
     * @param messages the events, or the whole reference where it does not lead to the operation's channel
     */
    record Operation(String name, String address, List<String> messages, JsonNode channel, JsonNode node) {
        /** The consumer group that a receiving operation names. */
        String group() {
            return node.path("bindings")
                    .path("kafka")
                    .path("groupId")
                    .path("const")
                    .asText();
        }

        /** Where the channel's message of this event is defined. */
        String definitionOf(String event) {
            return reference(channel.path("messages").path(event));
        }
    }
}
