package io.duplex.inventory.stock;

import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.StockChange.Note;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person tells what has happened to the stock of a SKU. */
@ApplicationScoped
public class RecordMovement {
    private final StockLevels levels;

    RecordMovement(StockLevels levels) {
        this.levels = levels;
    }

    /**
     * Changes what is on hand by a quantity, or for a COUNT to it; the row of the ledger. 404 when the SKU is unknown,
     * 409 when less would be on hand than is reserved.
     */
    public Uni<StockMovement> record(Transaction transaction, String sku, MovementType type, long quantity, Note note) {
        var change = type == MovementType.COUNT
                ? levels.lock(transaction, List.of(sku)).map(locked -> quantity - onHand(locked, sku))
                : Uni.createFrom().item(quantity);
        return change.chain(onHand -> levels.change(transaction, List.of(new StockChange(sku, type, onHand, 0, note))))
                .map(movements -> movements.get(0));
    }

    private static long onHand(Map<String, StockLevel> locked, String sku) {
        return Optional.ofNullable(locked.get(sku))
                .orElseThrow(Refusals::unknownProduct)
                .onHand();
    }
}
