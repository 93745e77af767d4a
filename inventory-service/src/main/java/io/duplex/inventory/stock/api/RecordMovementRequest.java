package io.duplex.inventory.stock.api;

import io.duplex.inventory.PlainText;
import io.duplex.inventory.stock.MovementType;
import io.duplex.inventory.stock.StockChange.Note;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff tell about stock.
 *
 * @param quantity pieces: to add for RECEIPT and RETURN, to add or take for ADJUSTMENT, found for COUNT
 */
@Schema(
        name = "NewStockMovement",
        examples =
                """
                {"type":"RECEIPT","quantity":50,"reason":"delivery","reference":"DN-4711"}
                """)
@QuantityFitsType
record RecordMovementRequest(
        @NotNull Type type,
        @NotNull @Min(-1_000_000_000) @Max(1_000_000_000) Integer quantity,
        @Nullable @Size(max = 200) @PlainText String reason,
        @Nullable @Size(max = 100) @PlainText String reference) {

    /** The movements that a person makes; the others follow from orders. */
    enum Type {
        RECEIPT,
        ADJUSTMENT,
        COUNT,
        RETURN;

        MovementType movement() {
            return MovementType.valueOf(name());
        }
    }

    Note note(String actor) {
        return new Note(actor, reason, reference);
    }
}
