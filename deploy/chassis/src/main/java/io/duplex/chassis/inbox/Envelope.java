package io.duplex.chassis.inbox;

import static io.duplex.chassis.events.CloudEventHeaders.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.Ids;
import io.duplex.chassis.events.CloudEventHeaders;
import io.duplex.chassis.events.Received;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Opens a record: the one place where what came over Kafka is parsed, so that all failures take one path. */
final class Envelope {
    private Envelope() {}

    static <T> Received<T> read(ConsumerRecord<String, byte[]> received, ObjectMapper json, Class<T> data) {
        if (received.key() == null) {
            throw new MalformedEvent("no key");
        }
        return new Received<>(
                Ids.parse(required(received, ID)).orElseThrow(() -> new MalformedEvent(ID)),
                required(received, TYPE),
                received.key(),
                number(required(received, SEQUENCE)),
                time(required(received, TIME)),
                CloudEventHeaders.read(received.headers(), CORRELATION_ID).orElse(null),
                data(received.value(), json, data));
    }

    private static String required(ConsumerRecord<String, byte[]> received, String header) {
        return CloudEventHeaders.read(received.headers(), header)
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

    private static <T> T data(byte[] value, ObjectMapper json, Class<T> type) {
        try {
            var data = value == null ? null : json.readValue(value, type);
            if (data == null) {
                throw new MalformedEvent("no value");
            }
            return data;
        } catch (IOException notOurShape) {
            throw new MalformedEvent("the value is no " + type.getSimpleName(), notOurShape);
        }
    }
}
