package io.duplex.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.events.Event;
import io.duplex.chassis.http.Correlation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The transactional outbox: an event is a row, written by the statement or the transaction of the change that it tells
 * of. Rows of one aggregate are in order because whoever changes an aggregate holds its lock.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            """
            INSERT INTO outbox (event_id, aggregate_type, aggregate_id, sequence, type, topic, key,
                                correlation_id, causation_id, traceparent, payload)
            SELECT event_id, aggregate_type, aggregate_id, sequence, type, topic, key,
                   correlation_id, causation_id, traceparent, payload
              FROM ROWS FROM (json_to_recordset(%s::text::json)
                   AS (event_id uuid, aggregate_type text, aggregate_id text, sequence bigint, type text, topic text,
                       key text, correlation_id text, causation_id text, traceparent text, payload text))
                   WITH ORDINALITY AS event
            """;

    private final ObjectMapper json;
    private final WakeUp wakeUp;

    Outbox(ObjectMapper json, WakeUp wakeUp) {
        this.json = json;
        this.wakeUp = wakeUp;
    }

    /** The statement part that inserts the events of one parameter, written by {@link #rows}; more may follow it. */
    public static String insertFrom(String parameter) {
        return INSERT.formatted(parameter);
    }

    /** The events as the parameter of {@link #insertFrom}. */
    public String rows(List<Event> events) {
        return write(events.stream().map(this::row).toList());
    }

    /** Appends events, in order, to the transaction of this connection. */
    public Uni<Void> append(SqlClient connection, List<Event> events) {
        return connection
                .preparedQuery(insertFrom("$1") + " ORDER BY ordinality")
                .execute(Tuple.of(rows(events)))
                .replaceWithVoid();
    }

    /** To be called after each commit that appended: nothing waits for a timer. */
    public void wakeRelay() {
        wakeUp.committed();
    }

    private Map<String, Object> row(Event event) {
        var row = new LinkedHashMap<String, Object>();
        row.put("event_id", event.id());
        row.put("aggregate_type", event.about().type());
        row.put("aggregate_id", event.about().id());
        row.put("sequence", event.about().version());
        row.put("type", event.type());
        row.put("topic", event.topic());
        row.put("key", event.key());
        row.put("correlation_id", event.correlationId());
        row.put("causation_id", event.causationId() != null ? event.causationId() : Correlation.requestId());
        row.put("traceparent", Correlation.traceParent());
        row.put("payload", write(event.data()));
        return row;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }
}
