package io.duplex.e2e.load;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its customer knows it: what was sent, and what was answered. */
public final class PlacedOrder {
    private final String key = UUID.randomUUID().toString();
    private final String customer;
    private final Map<String, Integer> basket;
    private Outcome outcome = Outcome.UNKNOWN;
    private Outcome cancellation = Outcome.NONE;
    private @Nullable String id;
    private @Nullable String trouble;
    private @Nullable FirstAnswer first;

    PlacedOrder(String customer, Map<String, Integer> basket) {
        this.customer = customer;
        this.basket = basket;
    }

    /** What a customer knows of a request. */
    public enum Outcome {
        /** It was never sent. */
        NONE,
        /** No answer, or one that promises nothing. */
        UNKNOWN,
        /** It was done. */
        DONE,
        /** It was definitely not done. */
        REFUSED
    }

    /** What came first of placing it, and how long that took. */
    public record FirstAnswer(int status, Duration took) {}

    /** The idempotency key, and the order's reference. */
    public String key() {
        return key;
    }

    String customer() {
        return customer;
    }

    Map<String, Integer> basket() {
        return basket;
    }

    /** What became of placing it. */
    public synchronized Outcome outcome() {
        return outcome;
    }

    /** What became of cancelling it. */
    public synchronized Outcome cancellation() {
        return cancellation;
    }

    /** The first answer to placing it; null when there has been none. */
    public synchronized @Nullable FirstAnswer first() {
        return first;
    }

    /** The order's id, once it was answered. */
    public synchronized @Nullable String id() {
        return id;
    }

    /** What is wrong with the answers, for example a second id; null when nothing is. */
    public synchronized @Nullable String trouble() {
        return trouble;
    }

    synchronized void placed(int status, String orderId, Duration took) {
        first = first == null ? new FirstAnswer(status, took) : first;
        outcome = outcome(status);
        if (outcome == Outcome.DONE) {
            if (id != null && !id.equals(orderId)) {
                trouble = "one key was answered two orders: " + id + " and " + orderId;
            }
            id = orderId;
        } else if (outcome == Outcome.REFUSED && status != 409) {
            trouble = "placing was answered " + status;
        }
    }

    synchronized void cancelling() {
        cancellation = Outcome.UNKNOWN;
    }

    synchronized void cancelled(int status) {
        cancellation = outcome(status);
        if (cancellation == Outcome.REFUSED && status != 409) {
            trouble = "cancelling was answered " + status;
        }
    }

    private static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return Outcome.DONE;
        }
        return status >= 500 || status == 429 || status == 408 ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    @Override
    public String toString() {
        return key + " (" + (id == null ? outcome : id) + ")";
    }
}
