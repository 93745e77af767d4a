package io.duplex.contracts.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.contracts.asyncapi.AsyncApi;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Documents;
import io.duplex.contracts.suite.Service;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a running service has really published, against all that its contracts say. */
public final class PublishedEvents {
    private final Service service;
    private final AsyncApi asyncApi;
    private final Set<String> missing;

    private PublishedEvents(Service service) {
        this.service = service;
        this.asyncApi = new AsyncApi(service.asyncApi());
        this.missing = new TreeSet<>(service.schemas().keySet());
    }

    /** Nothing is seen yet of the service in this folder. */
    public static PublishedEvents of(Path folder) {
        return new PublishedEvents(Service.at(folder));
    }

    /** Fails unless these records have the promised headers and data, and came through the promised topic. */
    public void requirePromised(Iterable<ConsumerRecord<String, String>> records) {
        records.forEach(this::requirePromised);
    }

    /** The promised events that were not among the records so far. */
    public Set<String> missing() {
        return Set.copyOf(missing);
    }

    private void requirePromised(ConsumerRecord<String, String> published) {
        JsonNode headers = headers(published);
        String event = headers.path("ce_type").asText().replaceFirst("^duplex\\.", "");
        assertThat(service.schemas()).as("schemas of %s", service.name()).containsKey(event);
        requireFit("headers of " + event, asyncApi.headers(), headers);
        requireFit(
                event + ", published as " + published.value(),
                service.schema(event),
                Documents.parse(published.value()));
        assertThat(headers.path("ce_partitionkey").asText())
                .as("key of %s", event)
                .isEqualTo(published.key());
        assertThat(asyncApi.addressesOf("send", event))
                .as("topics of %s", event)
                .containsExactly(published.topic());
        missing.remove(event);
    }

    private static void requireFit(String what, JsonNode schema, JsonNode data) {
        assertThat(JsonSchemas.misfits(schema, data)).as(what).isEmpty();
    }

    private static JsonNode headers(ConsumerRecord<String, String> published) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (Header header : published.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }
}
