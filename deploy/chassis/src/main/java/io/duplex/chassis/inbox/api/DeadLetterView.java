package io.duplex.chassis.inbox.api;

import io.duplex.chassis.inbox.DeadLetter;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as an admin sees it.
 *
 * @param headers the record's headers, read as UTF-8
 * @param payload the record's value in base64; null when it had none
 * @param parked how many later events of its key wait behind it
 * @param actions what has been done to it, oldest first
 */
record DeadLetterView(
        UUID id,
        String consumer,
        UUID eventId,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String payload,
        String reason,
        DeadLetter.Status status,
        Instant at,
        long parked,
        List<DeadLetter.Action> actions) {

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.consumer(),
                letter.eventId(),
                letter.delivery().topic(),
                letter.delivery().partition(),
                letter.delivery().offset(),
                letter.delivery().key(),
                letter.delivery().headerTexts(),
                base64(letter.delivery().payload()),
                letter.reason(),
                letter.status(),
                letter.at(),
                letter.parked(),
                letter.actions());
    }

    private static @Nullable String base64(@Nullable Buffer payload) {
        return payload == null ? null : Base64.getEncoder().encodeToString(payload.getBytes());
    }
}
