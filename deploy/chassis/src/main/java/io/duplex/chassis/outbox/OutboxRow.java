package io.duplex.chassis.outbox;

import static io.duplex.chassis.events.CloudEventHeaders.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An unsent event as it lies in the outbox, and the record that it becomes.
 *
 * @param age how old it was, by the database's clock, when it was read
 */
record OutboxRow(long id, Duration age, Row row, String source) {

    static OutboxRow from(Row row, String source) {
        return new OutboxRow(row.getLong("id"), OutboxTable.seconds(row.getDouble("age")), row, source);
    }

    ProducerRecord<String, byte[]> asRecord() {
        return new ProducerRecord<>(
                row.getString("topic"),
                null,
                row.getString("key"),
                row.getString("payload").getBytes(UTF_8),
                headers());
    }

    private RecordHeaders headers() {
        var headers = new RecordHeaders();
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, row.getUUID("event_id").toString());
        put(headers, SOURCE, source);
        put(headers, TYPE, row.getString("type"));
        put(headers, TIME, DateTimeFormatter.ISO_INSTANT.format(row.getOffsetDateTime("created_at")));
        put(headers, SUBJECT, row.getString("aggregate_id"));
        put(headers, DATA_SCHEMA, source + "/events/" + row.getString("type").replaceFirst("^duplex\\.", ""));
        put(headers, PARTITION_KEY, row.getString("key"));
        put(headers, SEQUENCE, "%020d".formatted(row.getLong("sequence")));
        put(headers, CORRELATION_ID, row.getString("correlation_id"));
        put(headers, CAUSATION_ID, row.getString("causation_id"));
        put(headers, TRACE_PARENT, row.getString("traceparent"));
        put(headers, CONTENT_TYPE, "application/json");
        return headers;
    }

    private static void put(RecordHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
