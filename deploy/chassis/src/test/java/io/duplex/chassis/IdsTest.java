package io.duplex.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void areOrderedByTheirTimeOfCreation() {
        var ids = Stream.generate(Ids::next).limit(10_000).toList();

        assertThat(ids.stream().map(Object::toString)).isSorted().doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void tellWhenTheyWereMade() {
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = Ids.next();

        assertThat(Ids.timeOf(id)).isBetween(before, Instant.now());
        assertThat(Ids.leastSince(Ids.timeOf(id)).toString()).isLessThanOrEqualTo(id.toString());
        assertThat(Ids.leastSince(Ids.timeOf(id).plusNanos(1)).toString()).isGreaterThan(id.toString());
        assertThat(Ids.timeOf(Ids.leastSince(before))).isEqualTo(before);
    }

    @Test
    void areBoundedWhateverTheTime() {
        assertThat(Ids.leastSince(Instant.MIN)).hasToString("00000000-0000-7000-8000-000000000000");
        assertThat(Ids.leastSince(Instant.MAX)).hasToString("ffffffff-ffff-7000-8000-000000000000");
    }

    @Test
    void areTheSameForTheSameName() {
        var id = Ids.derivedFrom("InventoryLow|CHAIR-OAK|1");

        assertThat(id).isEqualTo(Ids.derivedFrom("InventoryLow|CHAIR-OAK|1"));
        assertThat(id).isNotEqualTo(Ids.derivedFrom("InventoryLow|CHAIR-OAK|2"));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void areReadInTheirCanonicalFormOnly() {
        assertThat(Ids.parse("01991f7e-0000-7000-8000-000000000001")).isPresent();
        assertThat(Ids.parse("1-1-1-1-1")).isEmpty();
        assertThat(Ids.parse("none")).isEmpty();
    }
}
