package io.duplex.order.catalogue;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.http.Problem.Violation;
import io.duplex.order.Availability;
import io.duplex.order.Basket;
import io.duplex.order.Basket.PricedLine;
import io.duplex.order.Shortage;
import java.util.List;
import java.util.stream.IntStream;

/** Why a basket cannot be priced. */
final class Refusals {
    private Refusals() {}

    static Problem insufficientStock(List<Shortage> shortages) {
        return Problem.conflict("insufficient-stock", "There is not enough stock for this order.")
                .with("shortages", shortages);
    }

    static Problem unknownSkus(List<Wanted> wanted, UnknownSkus unknown) {
        var violations = IntStream.range(0, wanted.size())
                .filter(unknown::pointsAt)
                .mapToObj(asked -> "#/lines/" + wanted.get(asked).line() + "/sku")
                .map(pointer -> new Violation(pointer, "unknown-sku", "This is not sold here."))
                .toList();
        return Problem.unprocessable("unknown-sku", "Some of the SKUs are not sold here.", violations);
    }

    static Basket requireOneCurrency(List<PricedLine> lines, Availability availability) {
        if (lines.stream()
                        .map(line -> line.unitPrice().getCurrencyUnit())
                        .distinct()
                        .count()
                > 1) {
            throw Problem.unprocessable("mixed-currencies", "The products of one order have one currency.", List.of());
        }
        return Basket.of(lines, availability);
    }
}
