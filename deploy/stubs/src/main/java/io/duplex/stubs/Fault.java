package io.duplex.stubs;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a channel misbehaves.
 *
 * @param failureRate the share of calls that fail, 0 to 1
 * @param latencyMs how much later than usual every call is answered
 * @param status what a failing call is answered in mode ERROR; 0 means the channel's own default
 * @param retryAfter seconds for the Retry-After header of such an answer; 0 sends none
 */
record Fault(double failureRate, int latencyMs, Mode mode, int status, int retryAfter) {
    static final Fault NONE = new Fault(0, 0, Mode.ERROR, 0, 0);

    private static final int TEN_MINUTES = 600_000;
    private static final int ONE_DAY = 86_400;

    /** What a failing call meets: an error answer, no answer at all, or a closed connection. */
    enum Mode {
        ERROR,
        HANG,
        RESET;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every call fails unless a rate is given, or latency alone is asked for. */
    static Fault of(Fields fields) {
        fields.only("failureRate", "latencyMs", "mode", "status", "retryAfter");
        JsonObject json = fields.json();
        boolean fails = json.containsKey("mode") || json.containsKey("status");
        return new Fault(
                fields.fraction("failureRate", fails ? 1 : 0),
                fields.integer("latencyMs", 0, 0, TEN_MINUTES),
                json.containsKey("mode") ? mode(fields.text("mode", 10)) : Mode.ERROR,
                fields.integer("status", 0, 300, 599),
                fields.integer("retryAfter", 0, 0, ONE_DAY));
    }

    private static Mode mode(String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.key().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badInput("invalid-field", "'mode' must be error, hang or reset."));
    }

    int statusOr(int usual) {
        return status == 0 ? usual : status;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("failureRate", failureRate)
                .put("latencyMs", latencyMs)
                .put("mode", mode.key());
        if (status != 0) {
            json.put("status", status);
        }
        return retryAfter == 0 ? json : json.put("retryAfter", retryAfter);
    }
}
