package io.duplex.inventory.reconcile;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs.
 *
 * @param reference the order, or what the ledger's rows refer to instead
 * @param expected pieces that there should be, where it is about pieces
 * @param found pieces that there are
 * @param position the ledger's first row that does not follow from the one before it
 */
public record Drift(
        DriftKind kind,
        @Nullable String sku,
        @Nullable String reference,
        @Nullable Long expected,
        @Nullable Long found,
        @Nullable Long position) {

    static Drift from(Row row) {
        return new Drift(
                DriftKind.valueOf(row.getString("kind")),
                row.getString("sku"),
                row.getString("reference"),
                row.getLong("expected"),
                row.getLong("found"),
                row.getLong("position"));
    }

    static Drift ofOrder(DriftKind kind, UUID orderId) {
        return new Drift(kind, null, orderId.toString(), null, null, null);
    }

    /** How many pieces more there should be, where it is about pieces. */
    long missing() {
        return (expected == null ? 0 : expected) - (found == null ? 0 : found);
    }

    /** The order whose reservation it is about. */
    UUID orderId() {
        return Optional.ofNullable(reference).map(UUID::fromString).orElseThrow();
    }
}
