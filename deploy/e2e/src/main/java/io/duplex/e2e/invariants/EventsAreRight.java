package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Fact;
import io.duplex.e2e.evidence.Subscription;
import io.duplex.e2e.suite.Databases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** I5: the outboxes drain; each aggregate's events first appear in order; each is applied by all who handle it. */
final class EventsAreRight {
    private EventsAreRight() {}

    static List<Finding> check(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        for (var database : Databases.NAMES) {
            findings.addAll(Finding.none(
                    "the outbox of " + database + " is empty",
                    evidence.databases().rows(database, "SELECT event_id, type FROM outbox ORDER BY id")));
        }
        var sequences = evidence.sequences();
        findings.addAll(Finding.none("each aggregate's events first appear in order", sequences.outOfOrder()));
        for (var subscription : Subscription.ALL) {
            findings.addAll(Finding.none(
                    subscription.consumer() + " has applied it", unapplied(evidence, subscription, sequences.facts())));
        }
        return findings;
    }

    private static List<String> unapplied(Evidence evidence, Subscription subscription, List<Fact> facts) {
        var applied = new HashSet<>(evidence.databases()
                .rows(
                        subscription.database(),
                        "SELECT event_id FROM inbox WHERE consumer = '" + subscription.consumer() + "'"));
        return facts.stream()
                .filter(fact -> subscription.handles(fact.topic(), fact.type()))
                .filter(fact -> !applied.contains(fact.id()))
                .map(fact -> fact.id() + " " + fact.type())
                .toList();
    }
}
