package io.duplex.local.demo;

import java.util.List;
import java.util.function.Predicate;

/** A fact that a story waits for, and the service that tells it. */
record Expectation(String fact, String service, Predicate<Fact> test) {

    static Expectation of(String type, String service) {
        return new Expectation(type, service, fact -> fact.is(type));
    }

    /** What follows from an order that is accepted and has stock. */
    static List<Expectation> confirmedAndInvoiced() {
        return List.of(of("OrderConfirmed", "order-service"), of("InvoiceIssued", "invoice-service"));
    }

    /** What follows from a cancel after the invoice. */
    static List<Expectation> cancelled() {
        return List.of(
                of("OrderCancelled", "order-service"),
                of("StockReleased", "inventory-service"),
                of("CreditNoteIssued", "invoice-service"));
    }

    /** What follows from an order that was accepted on an assumption, and has no stock. */
    static List<Expectation> rejected() {
        return List.of(of("OrderRejected", "order-service"));
    }

    /** A message by email and one by SMS that the order is confirmed. */
    static List<Expectation> messages() {
        return List.of(sent("EMAIL"), sent("SMS"));
    }

    private static Expectation sent(String channel) {
        return new Expectation(
                "NotificationSent by " + channel,
                "notification-service",
                fact -> fact.is("NotificationSent")
                        && fact.text("/channel").equals(channel)
                        && fact.text("/template").equals("order-confirmed"));
    }
}
