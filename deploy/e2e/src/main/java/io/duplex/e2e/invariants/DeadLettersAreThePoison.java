package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.suite.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** I6: the dead letters are the poison that was injected, once for each consumer; nothing is parked or left open. */
final class DeadLettersAreThePoison {
    private static final String LETTERS =
            "SELECT consumer, topic, partition, \"offset\" FROM dead_letter ORDER BY created_at";
    private static final String OPEN = "SELECT id, consumer, topic, reason FROM dead_letter WHERE status = 'OPEN'";
    private static final String PARKED = "SELECT consumer, topic, key, event_id FROM parked_event ORDER BY position";

    private DeadLettersAreThePoison() {}

    static List<Finding> check(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        var missing = new TreeSet<>(evidence.poison().expected());
        for (var database : Databases.NAMES) {
            var letters = new ArrayList<>(evidence.databases().rows(database, LETTERS));
            var unexpected = new ArrayList<>(letters);
            unexpected.removeAll(evidence.poison().expected());
            missing.removeAll(letters);
            findings.addAll(Finding.none("no dead letter but the poison in " + database, unexpected));
            findings.addAll(Finding.none(
                    "no dead letter is open in " + database,
                    evidence.databases().rows(database, OPEN)));
            findings.addAll(Finding.none(
                    "nothing is parked in " + database, evidence.databases().rows(database, PARKED)));
        }
        findings.addAll(Finding.none("a dead letter (consumer, topic, partition, offset)", missing));
        return findings;
    }
}
