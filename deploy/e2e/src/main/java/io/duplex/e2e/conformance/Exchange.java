package io.duplex.e2e.conformance;

import java.util.ArrayList;
import java.util.List;

/** A request and its answer, and what is wrong with it. */
final class Exchange {
    private final String who;
    private final Message message;
    private final Answer answer;
    private final List<String> wrong;

    Exchange(Promise promise, String who, Message message, Answer answer) {
        this.who = who;
        this.message = message;
        this.answer = answer;
        this.wrong = new ArrayList<>(promise.broken(message, answer));
    }

    Answer answer() {
        return answer;
    }

    /** What is wrong with it, in words that are the same for the same fault. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Complains when something is not so. */
    Exchange require(boolean so, String otherwise) {
        if (!so) {
            wrong.add(otherwise);
        }
        return this;
    }

    /** What is wrong, with all that is needed to understand it; nothing when all is well. */
    List<String> told() {
        return wrong.isEmpty()
                ? List.of()
                : List.of(who + ": " + message + "\n  " + String.join("; ", wrong) + "\n  but " + answer);
    }
}
