package io.duplex.invoice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.joda.money.Money;

/**
 * The invoice of an order, from its draft on: one per order, for ever. Its status, what was paid and the version lie
 * beside the document and go on changing.
 */
@Entity
@DiscriminatorValue("INVOICE")
@SecondaryTable(name = "invoice_status", pkJoinColumns = @PrimaryKeyJoinColumn(name = "document_id"))
public class Invoice extends Document {
    @Enumerated(EnumType.STRING)
    @Column(table = "invoice_status")
    InvoiceStatus status;

    @Column(table = "invoice_status")
    BigDecimal paid;

    @Column(table = "invoice_status")
    long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "document", joinColumns = @JoinColumn(name = "corrects"))
    @Column(name = "number")
    @OrderBy
    @BatchSize(size = 200)
    List<String> creditNotes;

    protected Invoice() {}

    public InvoiceStatus status() {
        return status;
    }

    public Money paid() {
        return money(paid);
    }

    /** What is still owed. */
    public Money open() {
        return status == InvoiceStatus.ISSUED ? gross().minus(paid()) : Money.zero(currency());
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    /** The numbers of the credit notes that correct it. */
    public List<String> creditNotes() {
        return creditNotes;
    }
}
