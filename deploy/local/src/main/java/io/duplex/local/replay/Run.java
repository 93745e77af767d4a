package io.duplex.local.replay;

import io.duplex.local.replay.Books.Happening;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** One replay from the first product to the last invoice. */
final class Run {
    /** So that waiting for the suite does not keep it busy. */
    private static final int MOST_LOOKS = 4;

    private final long start = System.nanoTime();
    private final Books books = new Books();
    private final URI url;
    private final Tokens tokens;
    private final Shop shop;
    private final InFlight inFlight;
    private final Settlement settlement;
    private final Duration patience;
    private final boolean terminal;

    Run(URI url, URI issuer, Duration patience, int mostInFlight, boolean terminal) {
        var wire = new Wire(patience, books.retries());
        this.url = url;
        this.tokens = new Tokens(wire, issuer);
        this.shop = new Shop(url, wire, tokens);
        this.inFlight = new InFlight(mostInFlight);
        this.settlement = new Settlement(shop, new InFlight(Math.min(mostInFlight, MOST_LOOKS)), patience);
        this.patience = patience;
        this.terminal = terminal;
    }

    /**
     * Replays all.
     *
     * @throws IOException when the file cannot be read, or nobody answers at all
     */
    Report replay(OrderHistory history, CurrencyUnit currency, Pace pace) throws IOException {
        if (tokens.probe().join().status() == 0) {
            throw new IOException("nobody answers at " + url + "; start the suite with deploy/local/up");
        }
        var demand = Demand.of(history, currency);
        var catalogue = new Catalogue(shop, books, history.fingerprint());
        provide(catalogue, demand);
        var beforeOrders = System.nanoTime();
        order(history, catalogue, demand, pace);
        var ordering = since(beforeOrders);
        return new Conclusion(books, settle()).report(demand, ordering, since(start));
    }

    private void provide(Catalogue catalogue, Demand demand) {
        try (var progress = Progress.of("products", demand.items().size(), terminal)) {
            demand.items().forEach(item -> inFlight.start(() -> progress.after(catalogue.provide(item))));
            inFlight.awaitAll();
        }
    }

    private void order(OrderHistory history, Catalogue catalogue, Demand demand, Pace pace) throws IOException {
        var allNew = books.countOf(Happening.PRODUCT_CREATED) == demand.items().size();
        var ordering = new Ordering(shop, books, new InvoiceWatch(shop, books), patience);
        var placement = new Placement(
                catalogue, new EarlierOrders(shop, !allNew), ordering, new Cancellations(shop, books), books);
        try (var progress = Progress.of("orders", demand.baskets(), terminal)) {
            placement.run(history, pace, inFlight, progress);
        }
    }

    private List<Outcome> settle() {
        try (var progress = Progress.of("invoices", books.placed().size(), terminal)) {
            return settlement.await(books.placed(), progress);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
