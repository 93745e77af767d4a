package io.duplex.local.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.duplex.local.replay.Books.Failure;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * The result of a run, as it is written to a file.
 *
 * @param rows all records of the file behind its header
 * @param skippedRows rows that were left out, by reason
 * @param skippedOrders orders and cancellations that were left out, by reason
 * @param invoices all that were issued for the placed orders
 * @param revenue net totals of the orders that stand
 * @param retries what was sent again, by the answer that caused it
 * @param failures what should have gone through and did not
 */
record Report(
        long rows,
        Orders orders,
        Map<String, Long> skippedRows,
        Map<String, Long> skippedOrders,
        long invoices,
        List<Money> revenue,
        Totals totals,
        Work work,
        Speed speed,
        Map<String, Long> retries,
        List<Failure> failures,
        long tookMs) {
    /**
     * Orders by what has become of them.
     *
     * @param placed all that were accepted, in this run or before
     * @param confirmed those that stand, shipped and completed ones included
     * @param skipped invoice numbers that the rules left out, cancellations without their order included
     * @param alreadyPlaced those of the placed ones that an earlier run has placed
     * @param misinvoiced those of the confirmed ones without exactly one invoice over their total
     */
    record Orders(
            long placed,
            long confirmed,
            long rejected,
            long cancelled,
            long skipped,
            long pending,
            long alreadyPlaced,
            long misinvoiced,
            Map<String, Long> byStatus) {}

    /**
     * Net sums to compare.
     *
     * @param ofFile of all orders that the rules make of the file, those that are cancelled later included
     * @param placed of all placed orders
     * @param invoiced of the invoices of the orders that stand
     */
    record Totals(Money ofFile, List<Money> placed, List<Money> invoiced) {}

    /** What else was done. */
    record Work(long cancellations, long productsCreated, long pricesChanged, long unknownCountries) {}

    /**
     * How fast it went.
     *
     * @param ordersPerSecond from the first POST to the last answer
     * @param post of each POST that was answered 201
     * @param postToInvoice from sending it to seeing the invoice, of a sample
     */
    record Speed(double ordersPerSecond, Latency post, Latency postToInvoice) {}

    /** Whether all that should have gone through did. */
    @JsonIgnore
    boolean isComplete() {
        return failures.isEmpty()
                && orders.misinvoiced() == 0
                && orders.confirmed() + orders.cancelled() == orders.placed();
    }
}
