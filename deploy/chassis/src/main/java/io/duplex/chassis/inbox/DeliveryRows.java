package io.duplex.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** How deliveries are kept: headers as a JSON array, in their order, each with its bytes in base64. */
@Singleton
class DeliveryRows {
    private static final TypeReference<List<StoredHeader>> HEADERS = new TypeReference<>() {};
    private static final TypeReference<List<DeadLetter.Action>> ACTIONS = new TypeReference<>() {};

    private final ObjectMapper json;

    DeliveryRows(ObjectMapper json) {
        this.json = json;
    }

    /** A header with its bytes in base64. */
    private record StoredHeader(String name, @Nullable String value) {
        static StoredHeader of(Header header) {
            return new StoredHeader(
                    header.key(),
                    header.value() == null ? null : Base64.getEncoder().encodeToString(header.value()));
        }

        Header asHeader() {
            return new RecordHeader(
                    name, value == null ? null : Base64.getDecoder().decode(value));
        }
    }

    DeadLetter readDeadLetter(Row row) {
        return new DeadLetter(
                row.getUUID("id"),
                row.getString("consumer"),
                row.getUUID("event_id"),
                read(row),
                row.getString("reason"),
                DeadLetter.Status.valueOf(row.getString("status")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("parked"),
                parse(row.getString("actions"), ACTIONS));
    }

    Delivery read(Row row) {
        return new Delivery(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("offset"),
                row.getString("key"),
                headers(row.getString("headers")),
                row.getBuffer("payload") == null
                        ? null
                        : row.getBuffer("payload").getDelegate());
    }

    String write(Headers headers) {
        var stored = new ArrayList<StoredHeader>();
        for (Header header : headers) {
            stored.add(StoredHeader.of(header));
        }
        try {
            return json.writeValueAsString(stored);
        } catch (JsonProcessingException everyHeaderCanBeWritten) {
            throw new IllegalStateException(everyHeaderCanBeWritten);
        }
    }

    private Headers headers(String stored) {
        var headers = new RecordHeaders();
        parse(stored, HEADERS).forEach(header -> headers.add(header.asHeader()));
        return headers;
    }

    private <T> T parse(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException notWrittenHere) {
            throw new IllegalStateException(notWrittenHere);
        }
    }
}
