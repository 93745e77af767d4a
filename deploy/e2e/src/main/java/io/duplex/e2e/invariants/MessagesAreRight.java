package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I4: one notification per fact, recipient and channel, sent under one key; nothing else reaches the outside world. */
final class MessagesAreRight {
    private static final List<String> ALL_CHANNELS = List.of("EMAIL", "SMS");
    private static final Map<String, List<String>> TO_CUSTOMERS = Map.of(
            "duplex.OrderConfirmed.v1", ALL_CHANNELS,
            "duplex.OrderRejected.v1", ALL_CHANNELS,
            "duplex.OrderCancelled.v1", ALL_CHANNELS,
            "duplex.InvoiceIssued.v1", List.of("EMAIL"),
            "duplex.CreditNoteIssued.v1", List.of("EMAIL"));
    private static final String RECIPIENTS = "SELECT address, channel FROM alert_recipient";
    private static final String NOTIFICATIONS =
            "SELECT event_id, recipient, channel FROM notification WHERE sku IS NULL OR created_at >= '%s'";
    private static final String SENT =
            "SELECT id, channel || ' ' || address FROM notification WHERE status = 'SENT' AND created_at >= '%s'";
    private static final String EVER = "SELECT id, channel || ' ' || address FROM notification";
    private static final String UNSENT = "SELECT id, status FROM notification WHERE status NOT IN ('SENT', 'SKIPPED')";

    private final Evidence evidence;
    private final Map<String, String> arrived;

    private MessagesAreRight(Evidence evidence) {
        this.evidence = evidence;
        this.arrived = evidence.inboxes().keys();
    }

    static List<Finding> check(Evidence evidence) {
        return new MessagesAreRight(evidence).check();
    }

    private List<Finding> check() {
        var expected = expected();
        var written = rows(NOTIFICATIONS);
        return Stream.of(
                        Finding.none("a message about this (event, recipient, channel)", without(expected, written)),
                        Finding.none("no message about this (event, recipient, channel)", without(written, expected)),
                        Finding.none("every message is sent or skipped (id, status)", rows(UNSENT)),
                        Finding.none("every message that is called sent arrived", lost()),
                        Finding.none("what arrived has a message's key, and went to its address", foreign()))
                .flatMap(List::stream)
                .toList();
    }

    private Set<String> expected() {
        var recipients = rows(RECIPIENTS);
        var expected = new HashSet<String>();
        for (var fact : evidence.sequences().facts()) {
            TO_CUSTOMERS
                    .getOrDefault(fact.type(), List.of())
                    .forEach(channel -> expected.add(fact.id() + " " + fact.customer() + " " + channel));
            if (isNewAlert(fact)) {
                recipients.forEach(recipient -> expected.add(fact.id() + " " + recipient));
            }
        }
        return expected;
    }

    /** Whom earlier ones were for is not known any more. */
    private boolean isNewAlert(Fact fact) {
        return fact.type().equals("duplex.InventoryLow.v1") && !fact.at().isBefore(evidence.since());
    }

    private List<String> lost() {
        return evidence.databases().pairs("notifications", SENT.formatted(evidence.since())).entrySet().stream()
                .filter(sent -> !sent.getValue().equals(arrived.get(sent.getKey())))
                .map(Object::toString)
                .toList();
    }

    private List<String> foreign() {
        var known = evidence.databases().pairs("notifications", EVER);
        return arrived.entrySet().stream()
                .filter(arrival -> !arrival.getValue().equals(known.get(arrival.getKey())))
                .map(Object::toString)
                .toList();
    }

    private List<String> rows(String sql) {
        return evidence.databases()
                .rows("notifications", sql.replace("%s", evidence.since().toString()));
    }

    private static List<String> without(Collection<String> all, Collection<String> others) {
        var missing = new ArrayList<>(all);
        missing.removeAll(others instanceof Set ? others : others.stream().collect(Collectors.toSet()));
        return missing;
    }
}
