package io.duplex.inventory.stock;

/** The fact that a level has changed, as a snapshot: only the newest counts. */
public record StockLevelChanged(String sku, long onHand, long reserved, long available, LowState lowState) {
    static StockLevelChanged of(StockLevel level) {
        return new StockLevelChanged(
                level.sku(), level.onHand(), level.reserved(), level.available(), level.lowState());
    }
}
