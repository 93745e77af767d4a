package io.duplex.inventory.stock;

/**
 * The data of InventoryLow and InventoryReplenished: a SKU's stock has run low, or is sufficient again.
 *
 * @param name the product's, for people
 * @param episode counts the SKU's episodes, from 1; the two facts of one episode share it
 */
public record LowStockEpisode(
        String sku, String name, long available, long lowThreshold, long clearThreshold, long episode) {
    static LowStockEpisode of(String name, StockLevel level) {
        return new LowStockEpisode(
                level.sku(),
                name,
                level.available(),
                level.thresholds().low(),
                level.thresholds().clear(),
                level.episode());
    }
}
