package io.duplex.invoice;

import io.smallrye.config.ConfigMapping;
import java.time.Period;

/** What is agreed with every buyer. */
@ConfigMapping(prefix = "invoice")
interface InvoiceSettings {
    /** From the issue date to the due date. */
    Period paymentTerm();
}
