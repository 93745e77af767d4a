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
                .mapToObj(asked -> violation(wanted.get(asked), "unknown-sku", "This is not sold here."))
                .toList();
        return Problem.unprocessable("unknown-sku", "Some of the SKUs are not sold here.", violations);
    }

    /** 409 that points at what is not sold any more, if anything is. */
    static void requireActive(List<Wanted> withdrawn) {
        if (!withdrawn.isEmpty()) {
            throw Problem.conflict("product-inactive", "Some of the products are not sold any more.")
                    .with(
                            "errors",
                            withdrawn.stream()
                                    .map(line -> violation(line, "product-inactive", "This is not sold any more."))
                                    .toList());
        }
    }

    private static Violation violation(Wanted line, String code, String detail) {
        return new Violation("#/lines/" + line.line() + "/sku", code, detail);
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
