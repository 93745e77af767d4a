package io.duplex.local.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What a run has done so far, from any thread. */
final class Books {
    private static final int DIGITS = 3;

    private final LongAdder rows = new LongAdder();
    private final Counts skippedRows = new Counts();
    private final Counts skippedOrders = new Counts();
    private final Counts retries = new Counts();
    private final Counts happenings = new Counts();
    private final Queue<PlacedOrder> placed = new ConcurrentLinkedQueue<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Histogram posts = new ConcurrentHistogram(DIGITS);
    private final Histogram invoices = new ConcurrentHistogram(DIGITS);

    /** Something that should have gone through, and did not. */
    record Failure(String reference, String reason) {}

    /** What else is counted. */
    enum Happening {
        ALREADY_PLACED,
        PRICE_CHANGED,
        PRODUCT_CREATED,
        CANCELLED,
        UNKNOWN_COUNTRY
    }

    void read(Verdict verdict) {
        rows.add(verdict.rows());
        verdict.skippedRows().forEach((reason, howMany) -> skippedRows.add(reason.word(), howMany));
        verdict.skippedOrders().forEach((reason, howMany) -> skippedOrders.add(reason.word(), howMany));
    }

    void skip(Basket basket, SkipReason reason) {
        skippedRows.add(reason.word(), basket.rows());
        skippedOrders.add(reason.word());
    }

    void placed(PlacedOrder order) {
        placed.add(order);
    }

    void posted(long nanos) {
        posts.recordValue(nanos / 1_000);
    }

    void invoiced(long nanos) {
        invoices.recordValue(nanos / 1_000);
    }

    void failed(String reference, String reason) {
        failures.add(new Failure(reference, reason));
    }

    void count(Happening happening) {
        happenings.add(happening.name());
    }

    long countOf(Happening happening) {
        return happenings.toMap().getOrDefault(happening.name(), 0L);
    }

    long rows() {
        return rows.sum();
    }

    Counts skippedRows() {
        return skippedRows;
    }

    Counts skippedOrders() {
        return skippedOrders;
    }

    /** What was sent again, by the answer that caused it. */
    Counts retries() {
        return retries;
    }

    Collection<PlacedOrder> placed() {
        return placed;
    }

    List<Failure> failures() {
        return new ArrayList<>(failures);
    }

    Latency postLatency() {
        return Latency.of(posts);
    }

    Latency invoiceLatency() {
        return Latency.of(invoices);
    }
}
