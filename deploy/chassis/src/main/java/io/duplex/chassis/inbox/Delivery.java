package io.duplex.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.duplex.chassis.Ids;
import io.duplex.chassis.events.CloudEventHeaders;
import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came, nothing of it read yet: off the topic, or out of the tables where it waited.
 *
 * @param key the record's key, NUL shown as the replacement character
 * @param payload the record's value, byte for byte
 */
public record Delivery(
        String topic, int partition, long offset, @Nullable String key, Headers headers, @Nullable Buffer payload) {

    static Delivery of(ConsumerRecord<String, byte[]> received) {
        return new Delivery(
                received.topic(),
                received.partition(),
                received.offset(),
                received.key() == null ? null : storable(received.key()),
                received.headers(),
                received.value() == null ? null : Buffer.buffer(received.value()));
    }

    /** The headers read as UTF-8; of several with one name, the last. */
    public Map<String, String> headerTexts() {
        var texts = new LinkedHashMap<String, String>();
        headers.forEach(header ->
                CloudEventHeaders.read(headers, header.key()).ifPresent(text -> texts.put(header.key(), text)));
        return texts;
    }

    Optional<String> type() {
        return CloudEventHeaders.read(headers, CloudEventHeaders.TYPE);
    }

    /** The event's id; for a record that tells none, the id that belongs to its content, so that it is known again. */
    UUID eventId() {
        return CloudEventHeaders.read(headers, CloudEventHeaders.ID)
                .flatMap(Ids::parse)
                .orElseGet(() -> Ids.derivedFrom(
                        HexFormat.of().formatHex(Ids.sha256(content().getBytes()))));
    }

    /** The place where events of this key queue up; none for a record without a key. */
    Optional<Lane> lane() {
        return Optional.ofNullable(key).map(known -> new Lane(topic, known));
    }

    /** Where it lay, for logs: what it says is nobody's business there. */
    String place() {
        return topic + "-" + partition + " at " + offset;
    }

    /** A text as PostgreSQL can keep it: NUL, which it cannot, is shown as the replacement character. */
    static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    private Buffer content() {
        var content = Buffer.buffer();
        append(content, topic.getBytes(UTF_8));
        append(content, key == null ? null : key.getBytes(UTF_8));
        for (Header header : headers) {
            append(content, header.key().getBytes(UTF_8));
            append(content, header.value());
        }
        append(content, payload == null ? null : payload.getBytes());
        return content;
    }

    /** Each part with its length, so that no two contents look the same. */
    private static void append(Buffer content, byte @Nullable [] part) {
        content.appendInt(part == null ? -1 : part.length);
        if (part != null) {
            content.appendBytes(part);
        }
    }
}
