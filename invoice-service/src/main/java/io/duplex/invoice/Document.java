package io.duplex.invoice;

import io.duplex.invoice.tax.TaxSubtotal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLOrder;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note, as it is read; statements write it. Once it has its number it never changes. Amounts of a
 * credit note are positive: its kind tells that they are given back.
 */
@Entity
@Immutable
@Table(name = "document")
@DiscriminatorColumn(name = "kind")
public abstract class Document {
    @Id
    UUID id;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "customer_id")
    String customerId;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "buyer_id")
    Buyer buyer;

    String currency;
    BigDecimal net;
    BigDecimal tax;
    BigDecimal gross;

    @Nullable
    String number;

    @Nullable
    @Column(name = "issue_date")
    LocalDate issueDate;

    @Nullable
    @Column(name = "due_date")
    LocalDate dueDate;

    @Nullable
    @Column(name = "seller_name")
    String sellerName;

    @Nullable
    @Column(name = "seller_country")
    String sellerCountry;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "document_line", joinColumns = @JoinColumn(name = "document_id"))
    @SQLOrder("position")
    @BatchSize(size = 200)
    List<DocumentLine> lines;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "document_tax", joinColumns = @JoinColumn(name = "document_id"))
    @OrderBy("rate DESC, category")
    @BatchSize(size = 200)
    List<TaxSubtotal> taxes;

    protected Document() {}

    public UUID id() {
        return id;
    }

    public UUID orderId() {
        return orderId;
    }

    public String customerId() {
        return customerId;
    }

    public Buyer buyer() {
        return buyer;
    }

    /** Such as {@code INV-2026-000001}; none before it is issued. */
    public @Nullable String number() {
        return number;
    }

    public @Nullable LocalDate issueDate() {
        return issueDate;
    }

    /** When an invoice is to be paid; credit notes have none. */
    public @Nullable LocalDate dueDate() {
        return dueDate;
    }

    /** Who issued it; nobody before. */
    public @Nullable String sellerName() {
        return sellerName;
    }

    /** ISO 3166-1 alpha-2: the country whose tax it bears. */
    public @Nullable String sellerCountry() {
        return sellerCountry;
    }

    public List<DocumentLine> lines() {
        return lines;
    }

    /** One per category. */
    public List<TaxSubtotal> taxes() {
        return taxes;
    }

    /** The rate of a line's category, in per cent. */
    public BigDecimal taxRate(DocumentLine line) {
        return taxes.stream()
                .filter(part -> part.category() == line.taxCategory())
                .map(TaxSubtotal::rate)
                .findFirst()
                .orElseThrow();
    }

    public Money net() {
        return money(net);
    }

    public Money tax() {
        return money(tax);
    }

    public Money gross() {
        return money(gross);
    }

    public CurrencyUnit currency() {
        return CurrencyUnit.of(currency);
    }

    /** An amount of this document's currency, with its minor digits. */
    public Money money(BigDecimal amount) {
        return Money.of(currency(), amount);
    }
}
