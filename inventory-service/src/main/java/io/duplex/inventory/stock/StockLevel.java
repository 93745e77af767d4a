package io.duplex.inventory.stock;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Immutable;

/**
 * How much of a SKU there is: {@code available = onHand − reserved}, and {@code onHand ≥ reserved ≥ 0} always. Its
 * version rises with every change. {@link StockLevels} writes it, by one statement; this is how it is read.
 */
@Entity
@Immutable
@Table(name = "stock_level")
public class StockLevel {
    @Id
    String sku;

    @Column(name = "on_hand")
    long onHand;

    long reserved;

    @Column(name = "low_threshold")
    long lowThreshold;

    @Column(name = "clear_threshold")
    long clearThreshold;

    @Column(name = "low_state")
    @Enumerated(EnumType.STRING)
    LowState lowState;

    long episode;
    long version;

    @Column(name = "updated_at")
    OffsetDateTime updatedAt;

    protected StockLevel() {}

    static StockLevel from(Row row) {
        var level = new StockLevel();
        level.sku = row.getString("sku");
        level.onHand = row.getLong("on_hand");
        level.reserved = row.getLong("reserved");
        level.lowThreshold = row.getLong("low_threshold");
        level.clearThreshold = row.getLong("clear_threshold");
        level.lowState = LowState.valueOf(row.getString("low_state"));
        level.episode = row.getLong("episode");
        level.version = row.getLong("version");
        level.updatedAt = row.getOffsetDateTime("updated_at");
        return level;
    }

    public String sku() {
        return sku;
    }

    public long onHand() {
        return onHand;
    }

    public long reserved() {
        return reserved;
    }

    /** What can still be promised. */
    public long available() {
        return onHand - reserved;
    }

    public Thresholds thresholds() {
        return new Thresholds(lowThreshold, clearThreshold);
    }

    public LowState lowState() {
        return lowState;
    }

    /** How often the SKU has become LOW so far. */
    public long episode() {
        return episode;
    }

    public long version() {
        return version;
    }

    public OffsetDateTime updatedAt() {
        return updatedAt;
    }
}
