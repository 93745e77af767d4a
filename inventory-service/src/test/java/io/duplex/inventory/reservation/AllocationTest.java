package io.duplex.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AllocationTest {
    @Example
    void givesAnOrderAllOfItsLinesOrNone() {
        var outcomes = Allocation.decide(
                List.of(demand(Map.of("A", 2L, "B", 2L)), demand(Map.of("A", 2L))), Map.of("A", 3L, "B", 1L));

        assertThat(outcomes.get(0).shortages()).containsExactly(new Shortage("B", 2, 1));
        assertThat(outcomes.get(1).isReserved()).isTrue();
    }

    @Example
    void hasNothingOfUnknownSkus() {
        var outcomes = Allocation.decide(List.of(demand(Map.of("A", 1L))), Map.of());

        assertThat(outcomes.get(0).shortages()).containsExactly(new Shortage("A", 1, 0));
    }

    @Property
    void servesFirstComeFirstServedAndNeverPromisesTooMuch(
            @ForAll("demands") List<Demand> demands, @ForAll("stock") Map<String, Long> stock) {
        var left = new HashMap<>(stock);
        for (var outcome : Allocation.decide(demands, stock)) {
            var wanted = outcome.demand().quantities();
            var enough = wanted.entrySet().stream()
                    .allMatch(line -> left.getOrDefault(line.getKey(), 0L) >= line.getValue());
            assertThat(outcome.isReserved()).isEqualTo(enough);
            if (enough) {
                wanted.forEach((sku, quantity) -> left.merge(sku, -quantity, Long::sum));
            }
            assertThat(left.values()).allMatch(available -> available >= 0);
        }
    }

    @Provide
    Arbitrary<List<Demand>> demands() {
        return quantities(1, 4).map(AllocationTest::demand).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Map<String, Long>> stock() {
        return quantities(0, 20);
    }

    private static Arbitrary<Map<String, Long>> quantities(long least, long most) {
        return Arbitraries.maps(
                        Arbitraries.of("A", "B", "C"), Arbitraries.longs().between(least, most))
                .ofMinSize(1);
    }

    private static Demand demand(Map<String, Long> quantities) {
        return new Demand(UUID.randomUUID(), quantities, "test");
    }
}
