package io.duplex.notification.message;

import java.util.UUID;
import org.joda.money.Money;

/** An invoice was credited. */
public record CreditNoteIssued(
        UUID orderId,
        String customerId,
        UUID creditNoteId,
        String number,
        String invoiceNumber,
        Money net,
        Money tax,
        Money gross)
        implements CustomerFact {}
