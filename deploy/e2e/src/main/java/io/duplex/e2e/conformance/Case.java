package io.duplex.e2e.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A bad input, and the answer that it must get.
 *
 * @param expected more than one where the table leaves it open
 */
record Case(BadInput input, Message message, List<Expected> expected) {

    static Case of(BadInput input, Message message, Expected... expected) {
        return new Case(input, message, List.of(expected));
    }

    /** What is wrong with an answer to it. */
    List<String> wrong(Promise promise, Answer answer) {
        List<String> found = new ArrayList<>(expected.stream()
                .map(one -> one.unmet(answer))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow());
        found.addAll(input.isOperations() ? promise.broken(message, answer) : Promise.malformed(message, answer));
        if (input == BadInput.METHOD && answer.header("allow").isBlank()) {
            found.add("is answered without Allow");
        }
        return found.isEmpty() ? List.of() : List.of(message + "\n  " + String.join("; ", found) + "\n  but " + answer);
    }
}
