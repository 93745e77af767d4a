package io.duplex.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a record, and what only looks so. */
enum PoisonKind {
    JUNK(false, true),
    HUGE_JUNK(false, true),
    BROKEN_JSON(true, true),
    WRONG_SCHEMA(true, true),
    NO_VALUE(true, true),
    NO_KEY(true, true),
    UNKNOWN_TYPE(true, false),
    NEWER_MAJOR(true, false);

    private static final int HUGE = 900_000;

    private final boolean hasEnvelope;
    private final boolean isPoison;

    PoisonKind(boolean hasEnvelope, boolean isPoison) {
        this.hasEnvelope = hasEnvelope;
        this.isPoison = isPoison;
    }

    /** Whether it says which event it is, so that only those who handle the event are poisoned. */
    boolean hasEnvelope() {
        return hasEnvelope;
    }

    /** Whether it has to become a dead letter; what is unknown or too new is skipped. */
    boolean isPoison() {
        return isPoison;
    }

    /** A record of this kind. */
    ProducerRecord<byte @Nullable [], byte @Nullable []> record(String topic, String type, String key, Random random) {
        var made = new ProducerRecord<byte @Nullable [], byte @Nullable []>(
                topic, this == NO_KEY ? null : key.getBytes(UTF_8), value(key, random));
        if (hasEnvelope) {
            headers(typeOf(type), key, random)
                    .forEach((name, value) -> made.headers().add(name, value.getBytes(UTF_8)));
        }
        return made;
    }

    private String typeOf(String type) {
        return switch (this) {
            case UNKNOWN_TYPE -> "duplex.OrderPraised.v1";
            case NEWER_MAJOR -> type.replaceFirst("\\.v1$", ".v2");
            default -> type;
        };
    }

    private byte @Nullable [] value(String key, Random random) {
        return switch (this) {
            case JUNK -> bytes(200, random);
            case HUGE_JUNK -> bytes(HUGE, random);
            case BROKEN_JSON, NO_KEY -> "{\"orderId\":\"".concat(key).getBytes(UTF_8);
            case WRONG_SCHEMA -> "{\"orderId\":{\"is\":17},\"sku\":{\"is\":17},\"lines\":\"none\"}".getBytes(UTF_8);
            case NO_VALUE -> null;
            case UNKNOWN_TYPE, NEWER_MAJOR ->
                "{\"orderId\":\"%s\"}".formatted(key).getBytes(UTF_8);
        };
    }

    private static byte[] bytes(int count, Random random) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Map<String, String> headers(String type, String key, Random random) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", new UUID(random.nextLong(), random.nextLong()).toString());
        headers.put("ce_source", "/duplex/faults");
        headers.put("ce_type", type);
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_subject", key);
        headers.put("ce_sequence", "%020d".formatted(1));
        headers.put("content-type", "application/json");
        return headers;
    }
}
