package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import java.util.List;

/** The invariants of the suite. */
public enum Invariant {
    I1("stock is right"),
    I2("every order is in its right state"),
    I3("one invoice per confirmed order, numbers without gap"),
    I4("one message per fact, recipient and channel"),
    I5("events are in order, and each is applied"),
    I6("dead letters are the injected poison"),
    I7("everybody lives and reads"),
    I8("resources are back"),
    I9("timelines are whole, and sales figures follow from the orders");

    private final String promise;

    Invariant(String promise) {
        this.promise = promise;
    }

    /** What it says, in a few words. */
    public String promise() {
        return promise;
    }

    /** What is wrong; empty when it holds. A check that cannot be made is a finding, too. */
    public List<Finding> check(Evidence evidence) {
        try {
            return switch (this) {
                case I1 -> StockIsRight.check(evidence);
                case I2 -> OrdersAreRight.check(evidence);
                case I3 -> InvoicesAreRight.check(evidence);
                case I4 -> MessagesAreRight.check(evidence);
                case I5 -> EventsAreRight.check(evidence);
                case I6 -> DeadLettersAreThePoison.check(evidence);
                case I7 -> EverybodyWorks.check(evidence);
                case I8 -> ResourcesAreBack.check(evidence);
                case I9 -> ViewsAreRight.check(evidence);
            };
        } catch (RuntimeException e) {
            return List.of(new Finding("a check", "it cannot be made: " + e));
        }
    }
}
