package io.duplex.invoice;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/** An invoice got its number: from now on it is owed, and never changes. */
record InvoiceIssued(
        UUID invoiceId,
        UUID orderId,
        String number,
        String customerId,
        Money net,
        Money tax,
        Money gross,
        LocalDate issueDate,
        LocalDate dueDate) {

    Event asEvent(long version, String cause) {
        return Event.of(
                        "duplex.InvoiceIssued.v1",
                        "invoices",
                        new Aggregate("invoice", invoiceId.toString(), version),
                        this)
                .keyedBy(orderId.toString())
                .partOf(orderId)
                .causedBy(cause);
    }
}
