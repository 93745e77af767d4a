package io.duplex.inventory.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TrackingNumberTest {
    @Test
    void endsWithTheCheckDigitOfGs1() {
        assertThat(new TrackingNumber(4711)).hasToString("DX00000047111");
        assertThat(new TrackingNumber(9_638_507)).as("the GTIN-8 9638507-4").hasToString("DX00096385074");
    }

    @Property
    void showsEveryDigitThatWasMisread(
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long serial,
            @ForAll @IntRange(min = 0, max = 10) int place,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        var digits = new TrackingNumber(serial).toString().substring(2);
        var misread = digits.substring(0, place)
                + (Character.digit(digits.charAt(place), 10) + off) % 10
                + digits.substring(place + 1);

        var read = new TrackingNumber(Long.parseLong(misread.substring(0, 10)));

        assertThat(read.toString()).isNotEqualTo("DX" + misread);
    }
}
