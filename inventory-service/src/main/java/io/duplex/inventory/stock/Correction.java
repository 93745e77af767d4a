package io.duplex.inventory.stock;

import java.util.List;

/**
 * What sets the books of one SKU right: what is added to its level, and the rows that the ledger lacks. The two may
 * differ, since it was their difference that was wrong.
 *
 * @param fallen whether the low state is judged as if stock had fallen, since it should have been
 */
public record Correction(String sku, long onHand, long reserved, boolean fallen, List<StockChange> movements) {
    public Correction {
        movements = List.copyOf(movements);
    }
}
