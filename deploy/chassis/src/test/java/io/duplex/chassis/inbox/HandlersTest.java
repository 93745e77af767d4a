package io.duplex.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandlersTest {
    private final Handlers handlers = new Handlers(new ObjectMapper());

    @Test
    void leaveOtherTypesToOthersAndReportWhatHasNone() {
        handlers.add("duplex.Written.v1", JsonNode.class, (transaction, events) -> nothing());

        assertThat(handlers.handle(delivery("duplex.Written.v1", "a", "junk"))).isTrue();
        assertThat(handlers.handle(delivery("duplex.Erased.v1", "a", "{}"))).isFalse();
        assertThat(handlers.handle(delivery(null, "a", "{}"))).isTrue();
    }

    @Test
    void takeTheRestWhateverItIs() {
        handlers.addRest((transaction, events) -> nothing());

        assertThat(handlers.handle(delivery("duplex.Erased.v1", "a", "{}"))).isTrue();
        assertThat(handlers.handle(delivery(null, "a", "{}"))).isTrue();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Delivery delivery(@Nullable String type, @Nullable String key, @Nullable String value) {
        var headers = new RecordHeaders();
        headers.add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        headers.add("ce_time", "2026-11-21T10:00:00Z".getBytes(UTF_8));
        headers.add("ce_sequence", "1".getBytes(UTF_8));
        if (type != null) {
            headers.add("ce_type", type.getBytes(UTF_8));
        }
        return new Delivery("notes", 0, 0, key, headers, value == null ? null : Buffer.buffer(value));
    }
}
