package io.duplex.inventory.stock;

import org.jspecify.annotations.Nullable;

/**
 * Where a SKU becomes LOW, and where it is OK again.
 *
 * @param low LOW when available falls to this or below
 * @param clear OK again when available reaches this; above {@code low}
 */
public record Thresholds(long low, long clear) {
    public Thresholds {
        if (low < 0 || clear <= low) {
            throw new IllegalArgumentException("no hysteresis: low " + low + ", clear " + clear);
        }
    }

    /** Thresholds with the usual distance where none is given: a fifth of {@code low}, rounded up, and at least one. */
    public static Thresholds of(long low, @Nullable Long clear) {
        return new Thresholds(low, clear != null ? clear : low + Math.max(1, (low + 4) / 5));
    }
}
