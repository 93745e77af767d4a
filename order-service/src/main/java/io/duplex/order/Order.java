package io.duplex.order;

import io.duplex.chassis.Ids;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order. It is born PENDING, becomes CONFIRMED when all of its stock is reserved or REJECTED when any is short, and
 * may be CANCELLED until it is SHIPPED, or EXPIRE with its reservation; what was shipped is COMPLETED when it arrives.
 * Lines and prices never change, the address only by being erased; {@code version} rises with every change.
 * {@link Orders} and {@link ChangeOrders} write it, by statements; this is how it is read.
 */
@Entity
@Immutable
@Table(name = "orders")
public class Order {
    @Id
    UUID id;

    @Column(name = "customer_id")
    String customerId;

    @Enumerated(EnumType.STRING)
    OrderStatus status;

    @Enumerated(EnumType.STRING)
    Availability availability;

    String currency;
    BigDecimal total;
    ShippingAddress shippingAddress;

    @Nullable
    String reference;

    @Nullable
    String reason;

    @Convert(converter = ShortagesAsJson.class)
    List<Shortage> shortages;

    @Nullable
    @Column(name = "shipment_id")
    UUID shipmentId;

    long version;

    @Column(name = "created_at")
    OffsetDateTime createdAt;

    @Column(name = "updated_at")
    OffsetDateTime updatedAt;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderBy("position")
    List<OrderLine> lines;

    protected Order() {}

    Order(UUID id, String customerId, Basket basket, ShippingAddress shippingAddress, @Nullable String reference) {
        this.id = id;
        this.customerId = customerId;
        this.status = OrderStatus.PENDING;
        this.availability = basket.availability();
        this.currency = basket.total().getCurrencyUnit().getCode();
        this.total = basket.total().getAmount();
        this.shippingAddress = shippingAddress;
        this.reference = reference;
        this.shortages = List.of();
        this.version = 1;
        this.createdAt = Ids.timeOf(id).atOffset(ZoneOffset.UTC);
        this.updatedAt = createdAt;
        this.lines = basket.lines();
    }

    public UUID id() {
        return id;
    }

    public String customerId() {
        return customerId;
    }

    public OrderStatus status() {
        return status;
    }

    public Availability availability() {
        return availability;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    /** The sum of the lines, net. */
    public Money total() {
        return money(total);
    }

    /** An amount of this order's currency, with its minor digits. */
    public Money money(BigDecimal amount) {
        return Money.of(CurrencyUnit.of(currency), amount);
    }

    public ShippingAddress shippingAddress() {
        return shippingAddress;
    }

    /** The customer's own name for the order, if any. */
    public @Nullable String reference() {
        return reference;
    }

    /** Why it was rejected or cancelled, or has expired, if that was told. */
    public @Nullable String reason() {
        return reason;
    }

    /** What was short when it was rejected; empty otherwise. */
    public List<Shortage> shortages() {
        return shortages == null ? List.of() : shortages;
    }

    /** The shipment by which it left, if it has. */
    public @Nullable UUID shipmentId() {
        return shipmentId;
    }

    public long version() {
        return version;
    }

    /** The time of its id, so that the order of ids is that of their creation. */
    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime updatedAt() {
        return updatedAt;
    }
}
