package io.duplex.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** What a REST call answered; the moments before it was sent and after it was answered are {@code nanoTime}s. */
record Answer(String call, int status, JsonNode body, long sentAt, long answeredAt) {

    boolean is(int expected) {
        return status == expected;
    }

    /** This answer, if it has one of the statuses {@code accepted}. */
    Answer orFail(int... accepted) {
        for (int one : accepted) {
            if (is(one)) {
                return this;
            }
        }
        throw new DemoFailure(call + " answered " + status + ": " + body);
    }

    /** A text of the body; empty where there is none. */
    String text(String pointer) {
        return body.at(pointer).asText();
    }
}
