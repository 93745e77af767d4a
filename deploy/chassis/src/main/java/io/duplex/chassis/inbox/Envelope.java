package io.duplex.chassis.inbox;

import static io.duplex.chassis.events.CloudEventHeaders.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.Ids;
import io.duplex.chassis.events.CloudEventHeaders;
import io.duplex.chassis.events.Received;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Opens a record: the one place where what came over Kafka is parsed, so that all failures take one path. */
final class Envelope {
    private Envelope() {}

    static <T> Received<T> read(Delivery delivery, ObjectMapper json, Class<T> data) {
        if (delivery.key() == null) {
            throw new MalformedEvent("no key");
        }
        return new Received<>(
                Ids.parse(required(delivery, ID)).orElseThrow(() -> new MalformedEvent(ID)),
                required(delivery, TYPE),
                delivery.key(),
                number(required(delivery, SEQUENCE)),
                time(required(delivery, TIME)),
                CloudEventHeaders.read(delivery.headers(), CORRELATION_ID).orElse(null),
                data(delivery.payload(), json, data));
    }

    private static String required(Delivery delivery, String header) {
        return CloudEventHeaders.read(delivery.headers(), header)
                .orElseThrow(() -> new MalformedEvent("no header " + header));
    }

    private static long number(String sequence) {
        try {
            return Long.parseLong(sequence);
        } catch (NumberFormatException notANumber) {
            throw new MalformedEvent(SEQUENCE, notANumber);
        }
    }

    private static Instant time(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException notATime) {
            throw new MalformedEvent(TIME, notATime);
        }
    }

    private static <T> T data(@Nullable Buffer value, ObjectMapper json, Class<T> type) {
        try {
            var data = value == null ? null : json.readValue(value.getBytes(), type);
            if (data == null) {
                throw new MalformedEvent("no value");
            }
            return data;
        } catch (IOException notOurShape) {
            throw new MalformedEvent("the value is no " + type.getSimpleName(), notOurShape);
        }
    }
}
