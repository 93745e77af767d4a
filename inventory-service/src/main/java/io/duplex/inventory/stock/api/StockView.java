package io.duplex.inventory.stock.api;

import io.duplex.inventory.stock.LowState;
import io.duplex.inventory.stock.StockLevel;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stock level as it is shown. */
@Schema(name = "StockLevel")
record StockView(
        String sku,
        long onHand,
        long reserved,
        long available,
        long lowThreshold,
        long clearThreshold,
        LowState lowState,
        long version,
        Instant updatedAt) {

    static StockView of(StockLevel level) {
        return new StockView(
                level.sku(),
                level.onHand(),
                level.reserved(),
                level.available(),
                level.thresholds().low(),
                level.thresholds().clear(),
                level.lowState(),
                level.version(),
                level.updatedAt().toInstant());
    }
}
