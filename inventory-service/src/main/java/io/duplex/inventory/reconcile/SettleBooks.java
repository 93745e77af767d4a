package io.duplex.inventory.reconcile;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.CorrectLevel;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Sets the books of one SKU right, all of what differs at once: looked at anew, while nobody can change its stock. */
@ApplicationScoped
class SettleBooks {
    private final Database database;
    private final StockLevels levels;
    private final CorrectLevel correctLevel;

    SettleBooks(Database database, StockLevels levels, CorrectLevel correctLevel) {
        this.database = database;
        this.levels = levels;
        this.correctLevel = correctLevel;
    }

    Uni<Outcome> settle(String sku, String actor) {
        return database.transaction(transaction -> levels.lock(transaction, List.of(sku))
                        .chain(() -> transaction.execute(BooksSql.DRIFTS_OF_SKU, sku))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(Outcome.GONE)
                                : settle(transaction, SkuBooks.from(sku, Rows.list(rows, Function.identity())), actor)))
                .onFailure(Problem.class)
                .recoverWithItem(Outcome.REFUSED);
    }

    private Uni<Outcome> settle(Transaction transaction, SkuBooks books, String actor) {
        var level = books.hasLevel() ? Uni.createFrom().voidItem() : correctLevel.reopen(transaction, books.sku());
        return level.chain(() -> correctLevel.correct(transaction, books.correction(actor)))
                .replaceWith(Outcome.APPLIED);
    }
}
