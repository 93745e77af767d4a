package io.duplex.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FactTest {
    @Test
    void readsTheEnvelopeFromTheHeaders() {
        var event =
                new ConsumerRecord<>("orders", 0, 0, "key-1".getBytes(UTF_8), "{\"reason\":\"late\"}".getBytes(UTF_8));
        event.headers()
                .add("ce_source", "/duplex/order-service".getBytes(UTF_8))
                .add("ce_type", "duplex.OrderCancelled.v1".getBytes(UTF_8))
                .add("ce_correlationid", "order-1".getBytes(UTF_8));

        Fact fact = Fact.of(event, 7);

        assertThat(fact.service()).isEqualTo("order-service");
        assertThat(fact.key()).isEqualTo("key-1");
        assertThat(fact.correlationId()).isEqualTo("order-1");
        assertThat(fact.summary()).isEqualTo("OrderCancelled late");
        assertThat(fact.seenAt()).isEqualTo(7);
    }

    @Test
    void survivesARecordThatIsNoEvent() {
        var junk = new ConsumerRecord<byte[], byte[]>("orders", 0, 0, null, "\u0000junk".getBytes(UTF_8));

        assertThat(Fact.of(junk, 0).summary()).isEmpty();
    }
}
