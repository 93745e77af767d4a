package io.duplex.inventory.availability.api;

import io.duplex.inventory.Sku;
import io.duplex.inventory.availability.Wanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody would like to order. */
@Schema(
        name = "AvailabilityQuestion",
        examples = """
                {"lines":[{"sku":"CHAIR-OAK","quantity":2}]}
                """)
record AvailabilityRequest(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    /** One SKU; lines of the same SKU are summed, so a summed quantity of an order may come in one line. */
    @Schema(name = "WantedLine")
    record Line(@NotNull @Sku String sku, @NotNull @Min(1) @Max(1_000_000) Integer quantity) {}

    List<Wanted> wanted() {
        return lines.stream()
                .map(line -> new Wanted(line.sku(), line.quantity()))
                .toList();
    }
}
