package io.duplex.inventory.availability;

import io.duplex.inventory.product.Product;
import io.duplex.inventory.product.TaxCategory;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;

/**
 * What can be had at this moment; nothing is promised by it.
 *
 * @param sufficient whether all lines are
 */
public record Availability(boolean sufficient, List<Line> lines) {

    /**
     * One SKU.
     *
     * @param available pieces that are not promised to anybody
     * @param sufficient whether it can be ordered, and in this quantity
     * @param unitPrice net
     */
    @Schema(name = "AvailabilityLine")
    public record Line(
            String sku,
            String name,
            long requested,
            long available,
            boolean sufficient,
            boolean active,
            Money unitPrice,
            TaxCategory taxCategory) {

        static Line of(Product product, long requested) {
            return new Line(
                    product.sku(),
                    product.name(),
                    requested,
                    product.available(),
                    product.active() && product.available() >= requested,
                    product.active(),
                    product.unitPrice(),
                    product.taxCategory());
        }
    }

    static Availability of(List<Line> lines) {
        return new Availability(lines.stream().allMatch(Line::sufficient), lines);
    }
}
