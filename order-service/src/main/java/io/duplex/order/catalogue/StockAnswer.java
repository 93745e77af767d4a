package io.duplex.order.catalogue;

import static java.util.Objects.requireNonNull;

import io.duplex.order.Availability;
import io.duplex.order.Basket;
import io.duplex.order.Basket.PricedLine;
import io.duplex.order.Shortage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Inventory-service's answer once it has been found to make sense, and what it means for the order. */
record StockAnswer(Map<String, Line> lines) {

    /** What inventory-service says of one SKU. */
    record Line(PricedLine priced, boolean active, long available) {

        /** The line, if it says all that has to be said and could be true. */
        static Optional<Line> of(Wanted wanted, InventoryClient.Line told) {
            var available = told.available();
            var active = told.active();
            return available == null || available < 0 || active == null
                    ? Optional.empty()
                    : priced(wanted, told.name(), told.unitPrice(), told.taxCategory())
                            .map(priced -> new Line(priced, active, available));
        }

        private static Optional<PricedLine> priced(
                Wanted wanted, @Nullable String name, @Nullable Money price, @Nullable String category) {
            return name == null || price == null || category == null || !Sense.ofProduct(name, price, category)
                    ? Optional.empty()
                    : Optional.of(new PricedLine(wanted.sku(), name, wanted.quantity(), price, category));
        }
    }

    /** The answer, if it is one to this question: each SKU once, and no other. */
    static Optional<StockAnswer> of(InventoryClient.@Nullable Answer answer, List<Wanted> wanted) {
        var told =
                answer == null || answer.lines() == null ? List.<InventoryClient.@Nullable Line>of() : answer.lines();
        var lines = new HashMap<String, Line>();
        for (var line : wanted) {
            told.stream()
                    .filter(one -> one != null && line.sku().equals(one.sku()))
                    .findFirst()
                    .flatMap(one -> Line.of(line, requireNonNull(one)))
                    .ifPresent(one -> lines.put(line.sku(), one));
        }
        return lines.size() == wanted.size() && told.size() == wanted.size()
                ? Optional.of(new StockAnswer(lines))
                : Optional.empty();
    }

    /** The priced basket; 409 when something is not sold any more, or is short. */
    Basket basket(List<Wanted> wanted) {
        Refusals.requireActive(
                wanted.stream().filter(line -> !told(line).active()).toList());
        var shortages = wanted.stream()
                .filter(line -> told(line).available() < line.quantity())
                .map(line ->
                        new Shortage(line.sku(), line.quantity(), told(line).available()))
                .toList();
        if (!shortages.isEmpty()) {
            throw Refusals.insufficientStock(shortages);
        }
        return Refusals.requireOneCurrency(
                wanted.stream().map(line -> told(line).priced()).toList(), Availability.CONFIRMED);
    }

    private Line told(Wanted line) {
        return requireNonNull(lines.get(line.sku()));
    }
}
