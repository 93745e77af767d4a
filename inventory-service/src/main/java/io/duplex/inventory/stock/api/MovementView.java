package io.duplex.inventory.stock.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.chassis.idempotency.Answer;
import io.duplex.inventory.stock.MovementType;
import io.duplex.inventory.stock.StockMovement;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as it is shown.
 *
 * @param quantity the signed change of what is on hand; for ALLOCATION and RELEASE of what is reserved
 * @param balanceAfter what was on hand afterwards
 * @param reservedAfter what was reserved afterwards
 */
@Schema(name = "StockMovement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MovementView(
        UUID id,
        String sku,
        MovementType type,
        long quantity,
        @Nullable String reason,
        @Nullable String reference,
        String actor,
        long balanceAfter,
        long reservedAfter,
        Instant at) {

    static MovementView of(StockMovement movement) {
        return new MovementView(
                movement.id(),
                movement.sku(),
                movement.type(),
                movement.quantity(),
                movement.reason(),
                movement.reference(),
                movement.actor(),
                movement.balanceAfter(),
                movement.reservedAfter(),
                movement.at().toInstant());
    }

    /** 201; the ledger that was posted to is where the movement is found. */
    static Answer created(StockMovement movement) {
        return Answer.created("/v1/stock/" + movement.sku() + "/movements", of(movement));
    }
}
