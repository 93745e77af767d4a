package io.duplex.inventory.stock;

import static io.duplex.inventory.Warehouse.number;

import io.duplex.inventory.Warehouse;

/** What a level must be: the rules of stock and of its hysteresis, written the simple way. */
public record LevelModel(
        String sku, long onHand, long reserved, Thresholds thresholds, LowState lowState, long episode) {

    /** A SKU's start: nothing, and OK whatever its thresholds are. */
    public static LevelModel empty(String sku, Thresholds thresholds) {
        return new LevelModel(sku, 0, 0, thresholds, LowState.OK, 0);
    }

    /** The level as the service shows it. */
    public static LevelModel read(String sku) {
        var shown = Warehouse.stock(sku);
        return new LevelModel(
                sku,
                shown.getLong("onHand"),
                shown.getLong("reserved"),
                new Thresholds(shown.getLong("lowThreshold"), shown.getLong("clearThreshold")),
                LowState.valueOf(shown.getString("lowState")),
                number("SELECT episode FROM stock_level WHERE sku = ?", sku));
    }

    public long available() {
        return onHand - reserved;
    }

    /** Whether no more is reserved than is on hand, and no less than nothing. */
    public boolean isLegal() {
        return onHand >= reserved && reserved >= 0;
    }

    /** How many episodes have ended. */
    public long ended() {
        return lowState == LowState.LOW ? episode - 1 : episode;
    }

    /** After more has come, signed. */
    public LevelModel after(long moreOnHand, long moreReserved) {
        return new LevelModel(sku, onHand + moreOnHand, reserved + moreReserved, thresholds, lowState, episode)
                .judged(moreOnHand - moreReserved < 0);
    }

    /** After the thresholds were changed. */
    public LevelModel after(Thresholds next) {
        return new LevelModel(sku, onHand, reserved, next, lowState, episode).judged(next.low() > thresholds.low());
    }

    private LevelModel judged(boolean worse) {
        if (lowState == LowState.OK && worse && available() <= thresholds.low()) {
            return new LevelModel(sku, onHand, reserved, thresholds, LowState.LOW, episode + 1);
        }
        if (lowState == LowState.LOW && available() >= thresholds.clear()) {
            return new LevelModel(sku, onHand, reserved, thresholds, LowState.OK, episode);
        }
        return this;
    }
}
