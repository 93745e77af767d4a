package io.duplex.local.demo;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Three orders: one that succeeds, one that is refused at once, one that is cancelled. */
public final class Demo {
    private static final long A_SECOND = 1000;

    private final PrintStream out;
    private final Facts facts;
    private final Client customer;
    private final Shop shop;

    private Demo(PrintStream out, String baseUrl, Facts facts) {
        this.out = out;
        this.facts = facts;
        this.customer = Client.signIn(baseUrl, Shop.CUSTOMER, "customer");
        this.shop = new Shop(Client.signIn(baseUrl, "clerk-1", "staff"), customer);
    }

    /**
     * Plays the demo against the gateway at {@code baseUrl}.
     *
     * @throws DemoFailure when something is missing
     */
    public static void play(PrintStream out, String baseUrl, String bootstrapServers) {
        try (FactFeed feed = FactFeed.open(bootstrapServers)) {
            Demo demo = new Demo(out, baseUrl, feed);
            demo.shop.open();
            new WarmUp(demo.customer, demo.shop).run();
            demo.success();
            demo.refusal();
            demo.cancellation();
        }
    }

    private void success() {
        out.printf("%n1. An order that succeeds: 2 × %s%n", Shop.CHAIR.sku());
        Answer placed = place(Shop.CHAIR, 2).orFail(201);
        Story story = begin(placed, Shop.CHAIR);
        story.follow(Expectation.confirmedAndInvoiced());
        story.follow(Expectation.messages());
        story.rest();
        new Inboxes(customer)
                .newestFor(Shop.EMAIL, Shop.PHONE)
                .forEach(one -> out.println("     in the inbox: " + one));
        out.printf(
                "  => CONFIRMED and invoiced %s after %d ms; email and SMS sent after %d ms%n",
                story.firstTold("InvoiceIssued").text("/number"),
                story.millisUntil(Expectation.confirmedAndInvoiced()),
                story.millisUntil(Expectation.messages()));
        if (story.millisUntil(Expectation.confirmedAndInvoiced()) > A_SECOND) {
            out.println(
                    "     (the first order after a start pays for loading classes; the third shows the suite awake)");
        }
    }

    private void refusal() {
        out.printf("%n2. An order that is refused at once: %d × %s%n", Shop.TOO_MANY, Shop.LAMP.sku());
        Answer refused = place(Shop.LAMP, Shop.TOO_MANY).orFail(409, 201);
        if (refused.is(201)) {
            lateRefusal(refused);
            return;
        }
        Story story = new Story(out, facts, refused.sentAt(), Shop.LAMP.sku());
        story.tell(
                refused.answeredAt(), "order-service", "409 " + refused.text("/code") + ": " + refused.text("/detail"));
        out.printf("  => refused after %d ms: %s%n", story.millisUntil(refused.answeredAt()), shortages(refused));
    }

    /** What an order-service does whose question to inventory-service was not answered in time. */
    private void lateRefusal(Answer placed) {
        Story story = begin(placed, Shop.LAMP);
        story.follow(Expectation.rejected());
        out.printf(
                "  => not refused at once: inventory-service took longer than it is waited for; REJECTED after %d ms%n",
                story.millisUntil(Expectation.rejected()));
    }

    private void cancellation() {
        out.printf("%n3. An order that is cancelled: 1 × %s%n", Shop.LAMP.sku());
        Answer placed = place(Shop.LAMP, 1).orFail(201);
        Story story = begin(placed, Shop.LAMP);
        story.follow(Expectation.confirmedAndInvoiced());
        Answer cancelled = cancel(placed).orFail(200);
        story.tell(cancelled.sentAt(), "customer", "POST …/cancel");
        story.tell(cancelled.answeredAt(), "order-service", "200 " + cancelled.text("/status"));
        story.follow(Expectation.cancelled());
        story.rest();
        out.printf(
                "  => CONFIRMED and invoiced after %d ms; %d ms after the cancel the stock is free, the credit note is %s%n%n",
                story.millisUntil(Expectation.confirmedAndInvoiced()),
                story.millisUntil(Expectation.cancelled()) - story.millisUntil(cancelled.sentAt()),
                story.firstTold("CreditNoteIssued").text("/number"));
    }

    private Answer cancel(Answer placed) {
        return customer.post("/v1/orders/" + placed.text("/id") + "/cancel", Map.of("reason", "changed my mind"));
    }

    private Story begin(Answer placed, Shop.Product product) {
        Story story = new Story(out, facts, placed.sentAt(), product.sku());
        story.isAbout(placed.text("/id"));
        story.tell(placed.sentAt(), "customer", "POST /v1/orders");
        story.tell(
                placed.answeredAt(),
                "order-service",
                "201 %s, order %s, availability %s"
                        .formatted(placed.text("/status"), placed.text("/id"), placed.text("/availability")));
        return story;
    }

    private Answer place(Shop.Product product, int quantity) {
        return customer.post("/v1/orders", shop.order(product, quantity));
    }

    private static String shortages(Answer refused) {
        return StreamSupport.stream(refused.body().path("shortages").spliterator(), false)
                .map(one -> "%s: %s requested, %s available"
                        .formatted(one.path("sku").asText(), one.path("requested"), one.path("available")))
                .collect(Collectors.joining("; "));
    }
}
