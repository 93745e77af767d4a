package io.duplex.local.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The report for people. */
record Summary(Report report) {
    private static final int MOST_FAILURES = 20;

    void print(PrintStream out) {
        var orders = report.orders();
        out.printf("rows        %d, skipped %s%n", report.rows(), counts(report.skippedRows()));
        out.printf(
                "orders      %d placed (%d of them before): %s%n",
                orders.placed(), orders.alreadyPlaced(), counts(orders.byStatus()));
        out.printf("skipped     %d %s%n", orders.skipped(), counts(report.skippedOrders()));
        out.printf("cancelled   %d by the file%n", report.work().cancellations());
        out.printf(
                "products    %d created, %d prices changed%n",
                report.work().productsCreated(), report.work().pricesChanged());
        printMoney(out);
        printSpeed(out);
        printFailures(out);
    }

    private void printMoney(PrintStream out) {
        var totals = report.totals();
        out.printf("invoices    %d, net %s%n", report.invoices(), sums(totals.invoiced()));
        out.printf("revenue     %s%n", sums(report.revenue()));
        out.printf("net totals  %s in the file, %s placed%n", totals.ofFile(), sums(totals.placed()));
    }

    private void printSpeed(PrintStream out) {
        var speed = report.speed();
        out.printf("rate        %.1f orders/s%n", speed.ordersPerSecond());
        out.printf("POST        %s%n", latency(speed.post()));
        out.printf("to invoice  %s%n", latency(speed.postToInvoice()));
        out.printf("sent again  %s%n", counts(report.retries()));
        out.printf("took        %.1f s%n", report.tookMs() / 1e3);
    }

    private void printFailures(PrintStream out) {
        report.failures().stream()
                .limit(MOST_FAILURES)
                .forEach(failure -> out.printf("FAILED      %s: %s%n", failure.reference(), failure.reason()));
        if (report.failures().size() > MOST_FAILURES) {
            out.printf("FAILED      … %d in all%n", report.failures().size());
        }
        out.println(report.isComplete() ? "All that should have gone through did." : "Not all went through.");
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String sums(List<Money> sums) {
        return sums.isEmpty() ? "none" : sums.stream().map(Money::toString).collect(Collectors.joining(" + "));
    }

    private static String latency(Latency latency) {
        return latency.samples() == 0
                ? "not measured"
                : "p50 %.1f ms, p99 %.1f ms (%d measured)"
                        .formatted(latency.p50Ms(), latency.p99Ms(), latency.samples());
    }
}
