package io.duplex.e2e.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private final Sequences sequences = new Sequences();

    @Test
    void acceptsEventsOfOneAggregateInOrderAndSeveralOfOneVersion() {
        add("a", "stock", "duplex.StockLevelChanged.v1", 3);
        add("b", "stock", "duplex.InventoryLow.v1", 3);
        add("c", "stock", "duplex.StockLevelChanged.v1", 4);

        assertThat(sequences.outOfOrder()).isEmpty();
        assertThat(sequences.facts()).extracting(Fact::id).containsExactly("a", "b", "c");
    }

    @Test
    void ignoresADuplicateHoweverLateItComes() {
        add("a", "orders", "duplex.OrderCreated.v1", 1);
        add("b", "orders", "duplex.OrderConfirmed.v1", 2);
        add("a", "orders", "duplex.OrderCreated.v1", 1);

        assertThat(sequences.outOfOrder()).isEmpty();
        assertThat(sequences.facts()).hasSize(2);
    }

    @Test
    void findsAnEventThatFirstAppearsAfterALaterOne() {
        add("b", "orders", "duplex.OrderConfirmed.v1", 2);
        add("a", "orders", "duplex.OrderCreated.v1", 1);

        assertThat(sequences.outOfOrder()).singleElement().asString().startsWith("a of");
    }

    @Test
    void countsProductAndStockOfOneSkuSeparately() {
        add("a", "stock", "duplex.StockLevelChanged.v1", 9);
        add("b", "stock", "duplex.ProductChanged.v1", 2);

        assertThat(sequences.outOfOrder()).isEmpty();
    }

    private void add(String id, String topic, String type, long sequence) {
        sequences.add(
                new Fact(topic, "key", id, "/duplex/a-service", type, "subject", sequence, "", "", Instant.EPOCH));
    }
}
