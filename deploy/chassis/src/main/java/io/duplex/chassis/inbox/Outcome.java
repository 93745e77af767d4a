package io.duplex.chassis.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What redriving or discarding a dead letter did.
 *
 * @param outcome {@code redriven}, {@code discarded}, {@code failed}, or {@code unchanged} when it was closed before
 * @param reason why it failed again
 * @param released how many parked events went on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(String outcome, @Nullable String reason, int released) {
    static Outcome of(String outcome) {
        return new Outcome(outcome, null, 0);
    }

    static Outcome failed(String reason) {
        return new Outcome("failed", reason, 0);
    }

    Outcome releasing(int events) {
        return new Outcome(outcome, reason, events);
    }
}
