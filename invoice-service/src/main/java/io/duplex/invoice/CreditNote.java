package io.duplex.invoice;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.hibernate.annotations.Formula;

/** Takes back what an issued invoice asked for. */
@Entity
@DiscriminatorValue("CREDIT_NOTE")
public class CreditNote extends Document {
    @Formula("(SELECT invoice.number FROM document invoice WHERE invoice.id = corrects)")
    String invoiceNumber;

    String reason;

    protected CreditNote() {}

    /** The number of the invoice that it corrects. */
    public String invoiceNumber() {
        return invoiceNumber;
    }

    /** Why, for people. */
    public String reason() {
        return reason;
    }
}
