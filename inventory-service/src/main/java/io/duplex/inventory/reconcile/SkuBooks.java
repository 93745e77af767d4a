package io.duplex.inventory.reconcile;

import io.duplex.inventory.stock.Correction;
import io.duplex.inventory.stock.MovementType;
import io.duplex.inventory.stock.StockChange;
import io.duplex.inventory.stock.StockChange.Note;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the books of one SKU say, when some of it drifts.
 *
 * @param isWhole whether the ledger can be trusted
 * @param fallen whether the ledger's last row lowered what is available
 */
record SkuBooks(String sku, List<Drift> drifts, Sums sums, boolean hasLevel, boolean isWhole, boolean fallen) {
    private static final List<Repair> BY_LINE = List.of(Repair.ALLOCATE, Repair.RELEASE, Repair.SELL);

    /**
     * Pieces, as each of the books has them.
     *
     * @param promised reserved, according to the open reservations
     */
    record Sums(long onHand, long reserved, long ledgerOnHand, long promised) {}

    /** From the rows of {@link BooksSql#DRIFTS_OF_SKU}, of which there is one at least. */
    static SkuBooks from(String sku, List<Row> rows) {
        var books = rows.get(0);
        var hasLevel = books.getLong("on_hand") != null;
        var sums = new Sums(
                hasLevel ? books.getLong("on_hand") : 0,
                hasLevel ? books.getLong("reserved") : 0,
                books.getLong("ledger_on_hand"),
                books.getLong("promised"));
        return new SkuBooks(
                sku,
                rows.stream().map(Drift::from).toList(),
                sums,
                hasLevel,
                books.getBoolean("is_whole"),
                books.getBoolean("fallen"));
    }

    /**
     * What sets them right. Of what is reserved, the reservations are right. Of what is on hand, a whole ledger is;
     * otherwise the level, by which stock has been promised so far.
     */
    Correction correction(String actor) {
        var onHand = hasLevel && !isWhole ? sums.onHand() : sums.ledgerOnHand();
        var movements = Stream.concat(lines(actor), adjustment(actor, onHand - sums.ledgerOnHand()))
                .toList();
        return new Correction(sku, onHand - sums.onHand(), sums.promised() - sums.reserved(), fallen, movements);
    }

    private Stream<StockChange> lines(String actor) {
        return drifts.stream()
                .filter(drift -> BY_LINE.contains(drift.kind().repair()))
                .map(drift -> line(drift, new Note(actor, reason(List.of(drift)), drift.reference())));
    }

    private StockChange line(Drift drift, Note note) {
        var pieces = drift.missing();
        return switch (drift.kind().repair()) {
            case ALLOCATE -> new StockChange(sku, MovementType.ALLOCATION, 0, pieces, note);
            case SELL -> new StockChange(sku, MovementType.SALE, pieces, pieces, note);
            default -> new StockChange(sku, MovementType.RELEASE, 0, pieces, note);
        };
    }

    /** Nothing may be lacking; then the row only tells who has set right what. */
    private Stream<StockChange> adjustment(String actor, long lacking) {
        var ofSku = drifts.stream()
                .filter(drift -> !BY_LINE.contains(drift.kind().repair()))
                .toList();
        return ofSku.isEmpty() && lacking == 0
                ? Stream.empty()
                : Stream.of(new StockChange(
                        sku, MovementType.ADJUSTMENT, lacking, 0, new Note(actor, reason(drifts), null)));
    }

    private static String reason(List<Drift> drifts) {
        return drifts.stream()
                .map(drift -> drift.kind().name())
                .distinct()
                .collect(Collectors.joining(", ", "reconciled: ", ""));
    }
}
