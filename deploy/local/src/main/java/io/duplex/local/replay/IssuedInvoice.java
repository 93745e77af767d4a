package io.duplex.local.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.joda.money.Money;

/** An invoice that has its number. */
record IssuedInvoice(String number, Money net) {
    /** The issued ones on a page of GET /v1/invoices. */
    static List<IssuedInvoice> allIn(Answer page) {
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .filter(invoice -> invoice.hasNonNull("number"))
                .map(invoice -> new IssuedInvoice(invoice.path("number").asText(), Json.money(invoice.path("net"))))
                .toList();
    }

    static Optional<IssuedInvoice> in(Answer page) {
        return allIn(page).stream().findFirst();
    }
}
