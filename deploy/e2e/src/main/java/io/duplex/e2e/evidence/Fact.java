package io.duplex.e2e.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event of one of the services as it lies on a topic.
 *
 * @param subject the aggregate's id
 * @param sequence the aggregate's version
 * @param order which it is about, where it is about one
 * @param customer who is told of it, where somebody is
 * @param at when it first appeared
 */
public record Fact(
        String topic,
        String key,
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        String order,
        String customer,
        Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "/duplex/";

    /** The event in a record; null when it is none of the services'. */
    static @Nullable Fact of(ConsumerRecord<byte @Nullable [], byte @Nullable []> found) {
        var source = header(found.headers(), "ce_source");
        var id = header(found.headers(), "ce_id");
        if (!source.startsWith(OURS) || !source.endsWith("-service") || id.isEmpty() || found.key() == null) {
            return null;
        }
        return new Fact(
                found.topic(),
                new String(found.key(), UTF_8),
                id,
                source,
                header(found.headers(), "ce_type"),
                header(found.headers(), "ce_subject"),
                Long.parseLong(header(found.headers(), "ce_sequence")),
                header(found.headers(), "ce_correlationid"),
                customer(found.value()),
                Instant.ofEpochMilli(found.timestamp()));
    }

    /** Sequences are comparable within one source, aggregate type and subject; product and stock share their subjects. */
    String aggregate() {
        var kind = type.startsWith("duplex.ProductChanged") ? "product" : topic;
        return source + " " + kind + " " + subject;
    }

    private static String customer(byte @Nullable [] value) {
        try {
            return value == null ? "" : JSON.readTree(value).path("customerId").asText("");
        } catch (IOException notJson) {
            return "";
        }
    }

    static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
