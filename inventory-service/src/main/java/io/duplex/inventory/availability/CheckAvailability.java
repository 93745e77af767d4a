package io.duplex.inventory.availability;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.http.Problem.Violation;
import io.duplex.inventory.product.Product;
import io.duplex.inventory.product.Products;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says whether there is enough of some SKUs. */
@ApplicationScoped
public class CheckAvailability {
    private final Products products;

    CheckAvailability(Products products) {
        this.products = products;
    }

    /** What can be had of each SKU, the same SKU summed; 422 that points at each line whose SKU is unknown. */
    public Uni<Availability> of(List<Wanted> wanted) {
        var requested = new LinkedHashMap<String, Long>();
        wanted.forEach(line -> requested.merge(line.sku(), line.quantity(), Long::sum));
        return products.ofAll(requested.keySet())
                .map(found -> found.stream().collect(Collectors.toMap(Product::sku, Function.identity())))
                .invoke(known -> requireKnown(wanted, known))
                .map(known -> answer(requested, known));
    }

    private static Availability answer(Map<String, Long> requested, Map<String, Product> known) {
        return Availability.of(requested.entrySet().stream()
                .flatMap(line -> Optional.ofNullable(known.get(line.getKey())).stream()
                        .map(product -> Availability.Line.of(product, line.getValue())))
                .toList());
    }

    private static void requireKnown(List<Wanted> wanted, Map<String, Product> known) {
        var unknown = IntStream.range(0, wanted.size())
                .filter(line -> !known.containsKey(wanted.get(line).sku()))
                .mapToObj(
                        line -> new Violation("#/lines/" + line + "/sku", "unknown-sku", "This SKU is not sold here."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.unprocessable("unknown-sku", "Some of the SKUs are not sold here.", unknown);
        }
    }
}
