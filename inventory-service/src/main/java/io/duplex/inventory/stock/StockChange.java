package io.duplex.inventory.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of stock that is wanted; it becomes a row of the ledger or, with all others of its call, nothing.
 *
 * @param onHand how much more is on hand afterwards, signed
 * @param reserved how much more is reserved afterwards, signed
 * @param note who, and why
 */
public record StockChange(String sku, MovementType type, long onHand, long reserved, Note note) {

    /**
     * Who changes stock, and why.
     *
     * @param actor the caller's subject, or the service whose fact led here
     * @param reference what it belongs to: an order's id, a delivery note
     */
    public record Note(String actor, @Nullable String reason, @Nullable String reference) {}

    /** Goods come in. */
    public static StockChange receipt(String sku, long quantity, Note note) {
        return new StockChange(sku, MovementType.RECEIPT, quantity, 0, note);
    }

    /** Stock is promised to an order. */
    public static StockChange allocation(String sku, long quantity, UUID orderId) {
        return new StockChange(sku, MovementType.ALLOCATION, 0, quantity, ofOrder(orderId, "order created"));
    }

    /** The promise to an order ends without a sale. */
    public static StockChange release(String sku, long quantity, UUID orderId) {
        return new StockChange(sku, MovementType.RELEASE, 0, -quantity, ofOrder(orderId, "order cancelled"));
    }

    /** The promise to an order was kept for too long. */
    public static StockChange expiry(String sku, long quantity, UUID orderId) {
        var note = new Note("inventory-service", "reservation expired", orderId.toString());
        return new StockChange(sku, MovementType.RELEASE, 0, -quantity, note);
    }

    /** The promise to an order is kept: the goods leave. */
    public static StockChange sale(String sku, long quantity, UUID orderId, String clerk) {
        return new StockChange(
                sku, MovementType.SALE, -quantity, -quantity, new Note(clerk, "order shipped", orderId.toString()));
    }

    private static Note ofOrder(UUID orderId, String reason) {
        return new Note("order-service", reason, orderId.toString());
    }
}
