package io.duplex.chassis.inbox;

import static io.duplex.chassis.events.CloudEventHeaders.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.Ids;
import io.duplex.chassis.events.CloudEventHeaders;
import io.duplex.chassis.events.Received;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Opens a record: the one place where what came over Kafka is parsed, so that all failures take one path. */
final class Envelope {
    private Envelope() {}

    static <T> Received<T> read(Delivery delivery, ObjectMapper json, Class<T> data) {
        if (delivery.key() == null) {
            throw new MalformedEvent(delivery, "no key");
        }
        return new Received<>(
                Ids.parse(required(delivery, ID)).orElseThrow(() -> new MalformedEvent(delivery, ID)),
                CloudEventHeaders.read(delivery.headers(), SOURCE).orElse(""),
                required(delivery, TYPE),
                delivery.key(),
                number(delivery),
                time(delivery),
                CloudEventHeaders.read(delivery.headers(), CORRELATION_ID).orElse(null),
                CloudEventHeaders.read(delivery.headers(), CAUSATION_ID).orElse(null),
                data(delivery, json, data));
    }

    private static String required(Delivery delivery, String header) {
        return CloudEventHeaders.read(delivery.headers(), header)
                .orElseThrow(() -> new MalformedEvent(delivery, "no header " + header));
    }

    private static long number(Delivery delivery) {
        try {
            return Long.parseLong(required(delivery, SEQUENCE));
        } catch (NumberFormatException notANumber) {
            throw new MalformedEvent(delivery, SEQUENCE, notANumber);
        }
    }

    private static Instant time(Delivery delivery) {
        try {
            return Instant.parse(required(delivery, TIME));
        } catch (DateTimeParseException notATime) {
            throw new MalformedEvent(delivery, TIME, notATime);
        }
    }

    private static <T> T data(Delivery delivery, ObjectMapper json, Class<T> type) {
        var value = delivery.payload();
        try {
            var data = value == null ? null : json.readValue(value.getBytes(), type);
            if (data == null) {
                throw new MalformedEvent(delivery, "no value");
            }
            return data;
        } catch (IOException notOurShape) {
            throw new MalformedEvent(delivery, "the value is no " + type.getSimpleName(), notOurShape);
        }
    }
}
