package io.duplex.invoice;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/** An issued invoice was corrected: the amounts are given back. */
record CreditNoteIssued(
        UUID creditNoteId,
        UUID orderId,
        String number,
        String invoiceNumber,
        String customerId,
        Money net,
        Money tax,
        Money gross,
        LocalDate issueDate) {
    private static final long ONLY_VERSION = 1;

    Event asEvent(String cause) {
        return Event.of(
                        "duplex.CreditNoteIssued.v1",
                        "invoices",
                        new Aggregate("credit-note", creditNoteId.toString(), ONLY_VERSION),
                        this)
                .keyedBy(orderId.toString())
                .partOf(orderId)
                .causedBy(cause);
    }
}
