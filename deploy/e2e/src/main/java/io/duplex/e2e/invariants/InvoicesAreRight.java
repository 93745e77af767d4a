package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Fact;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I3: each order that was ever confirmed has one invoice and no other has; numbers are 1 to n. */
final class InvoicesAreRight {
    private static final String ISSUED =
            "SELECT order_id FROM document WHERE kind = '%s' AND number IS NOT NULL ORDER BY number";
    private static final String SPOILT_SERIES =
            """
            SELECT kind, year, count(*), max(n) FROM (
              SELECT kind, split_part(number, '-', 2) AS year, split_part(number, '-', 3)::int AS n
                FROM document WHERE number IS NOT NULL) AS numbered
             GROUP BY kind, year HAVING max(n) <> count(*) OR count(DISTINCT n) <> count(*) OR min(n) <> 1
            """;

    private InvoicesAreRight() {}

    static List<Finding> check(Evidence evidence) {
        var confirmed = confirmed(evidence);
        var cancelled =
                evidence.databases().rows("orders", "SELECT id FROM orders WHERE status IN ('CANCELLED', 'EXPIRED')");
        var credited = new HashSet<>(confirmed);
        credited.retainAll(cancelled);
        return Stream.of(
                        same("invoice", confirmed, issued(evidence, "INVOICE")),
                        same("credit note", credited, issued(evidence, "CREDIT_NOTE")),
                        Finding.none(
                                "numbers from 1 without gap or duplicate (kind, year, documents, highest)",
                                evidence.databases().rows("invoices", SPOILT_SERIES)))
                .flatMap(List::stream)
                .toList();
    }

    private static Set<String> confirmed(Evidence evidence) {
        var told = evidence.sequences().facts().stream()
                .filter(fact -> fact.type().equals("duplex.OrderConfirmed.v1"))
                .map(Fact::subject);
        var standing = evidence
                .databases()
                .rows("orders", "SELECT id FROM orders WHERE status IN ('CONFIRMED', 'SHIPPED', 'COMPLETED')")
                .stream();
        return Stream.concat(told, standing).collect(Collectors.toSet());
    }

    private static List<String> issued(Evidence evidence, String kind) {
        return evidence.databases().rows("invoices", ISSUED.formatted(kind));
    }

    private static List<Finding> same(String what, Set<String> expected, List<String> issued) {
        var twice = new HashSet<String>();
        var seen = new HashSet<String>();
        issued.stream().filter(order -> !seen.add(order)).forEach(twice::add);
        return Stream.of(
                        Finding.none("a " + what + " for this order", without(expected, seen)),
                        Finding.none("no " + what + " for this order", without(seen, expected)),
                        Finding.none("one " + what + " per order", twice))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> without(Collection<String> all, Set<String> others) {
        return all.stream().filter(each -> !others.contains(each)).toList();
    }
}
