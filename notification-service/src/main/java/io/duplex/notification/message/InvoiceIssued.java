package io.duplex.notification.message;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/** An invoice got its number. */
public record InvoiceIssued(
        UUID orderId,
        String customerId,
        UUID invoiceId,
        String number,
        Money net,
        Money tax,
        Money gross,
        LocalDate dueDate)
        implements CustomerFact {}
