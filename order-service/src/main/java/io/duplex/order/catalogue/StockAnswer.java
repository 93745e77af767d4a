package io.duplex.order.catalogue;

import static java.util.Objects.requireNonNull;

import io.duplex.order.Availability;
import io.duplex.order.Basket;
import io.duplex.order.Basket.PricedLine;
import io.duplex.order.Shortage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What inventory-service's answer means for the order. */
final class StockAnswer {
    private StockAnswer() {}

    static Basket basket(InventoryClient.Answer answer, List<Wanted> wanted) {
        if (!answer.sufficient()) {
            throw Refusals.insufficientStock(answer.lines().stream()
                    .filter(line -> !line.sufficient())
                    .map(line -> new Shortage(line.sku(), line.requested(), line.available()))
                    .toList());
        }
        var lines = answer.lines().stream()
                .collect(Collectors.toMap(InventoryClient.Line::sku, Function.identity(), (first, second) -> first));
        return Refusals.requireOneCurrency(
                wanted.stream()
                        .map(line -> priced(line, requireNonNull(lines.get(line.sku()))))
                        .toList(),
                Availability.CONFIRMED);
    }

    private static PricedLine priced(Wanted wanted, InventoryClient.Line told) {
        return new PricedLine(wanted.sku(), told.name(), wanted.quantity(), told.unitPrice(), told.taxCategory());
    }
}
