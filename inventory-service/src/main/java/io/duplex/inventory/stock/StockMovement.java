package io.duplex.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the ledger: a change of stock that has happened, with the balances after it. It never changes. */
@Entity
@Immutable
@Table(name = "stock_movement")
public class StockMovement {
    @Id
    UUID id;

    @Column(insertable = false)
    long position;

    String sku;

    @Enumerated(EnumType.STRING)
    MovementType type;

    @Column(name = "on_hand_change")
    long onHandChange;

    @Column(name = "reserved_change")
    long reservedChange;

    @Nullable
    String reason;

    @Nullable
    String reference;

    String actor;

    @Column(name = "balance_after")
    long balanceAfter;

    @Column(name = "reserved_after")
    long reservedAfter;

    OffsetDateTime at;

    protected StockMovement() {}

    StockMovement(UUID id, StockChange change, Balance after, OffsetDateTime at) {
        this.id = id;
        this.sku = change.sku();
        this.type = change.type();
        this.onHandChange = change.onHand();
        this.reservedChange = change.reserved();
        this.reason = change.note().reason();
        this.reference = change.note().reference();
        this.actor = change.note().actor();
        this.balanceAfter = after.onHand();
        this.reservedAfter = after.reserved();
        this.at = at;
    }

    public UUID id() {
        return id;
    }

    /** The place in the ledger: it rises within a SKU. */
    public long position() {
        return position;
    }

    public String sku() {
        return sku;
    }

    public MovementType type() {
        return type;
    }

    /** The signed change of what is on hand or, for a promise made or ended, of what is reserved. */
    public long quantity() {
        return type.isPromise() ? reservedChange : onHandChange;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String reference() {
        return reference;
    }

    public String actor() {
        return actor;
    }

    /** What was on hand afterwards. */
    public long balanceAfter() {
        return balanceAfter;
    }

    /** What was reserved afterwards. */
    public long reservedAfter() {
        return reservedAfter;
    }

    public OffsetDateTime at() {
        return at;
    }
}
