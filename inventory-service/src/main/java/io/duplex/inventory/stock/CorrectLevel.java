package io.duplex.inventory.stock;

import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sets books right that no path of the service would have made wrong; in the ledger, and by the guarded statement. */
@ApplicationScoped
public class CorrectLevel {
    /** Its version and episode are above any that the lost level can have had: each change was a row, or a new version. */
    private static final String REOPEN =
            """
            INSERT INTO stock_level (sku, low_threshold, clear_threshold, version, episode)
            SELECT sku, 0, 1, last.one, last.one
              FROM product, LATERAL (
                SELECT 1 + product.version + count(*) AS one FROM stock_movement WHERE sku = product.sku) AS last
             WHERE sku = $1
            ON CONFLICT DO NOTHING
            """;

    private final Ledger ledger;

    CorrectLevel(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Gives a product a level again that has lost it, with nothing in it and the lowest thresholds; 404 for others. */
    public Uni<Void> reopen(Transaction transaction, String sku) {
        return transaction
                .execute(REOPEN, sku)
                .invoke(opened -> {
                    if (opened.rowCount() == 0) {
                        throw Refusals.unknownProduct();
                    }
                })
                .replaceWithVoid();
    }

    /** Changes the level and tells of it, and adds the rows to the ledger; 409 when the level would become illegal. */
    public Uni<List<StockMovement>> correct(Transaction transaction, Correction correction) {
        return transaction
                .execute(
                        GuardedUpdate.SQL,
                        new String[] {correction.sku()},
                        new Long[] {correction.onHand()},
                        new Long[] {correction.reserved()},
                        new Long[1],
                        new Long[1],
                        new Boolean[] {correction.fallen()})
                .map(rows -> StockLevels.changed(rows, 1))
                .call(changed -> StockLevels.tell(transaction, changed))
                .chain(changed -> ledger.rebase(
                        transaction, correction.movements(), changed.get(0).now()));
    }
}
