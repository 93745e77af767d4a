package io.duplex.e2e.conformance;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tries an operation with everything that may be wrong with a request. */
final class BadInputs {
    private final WellFormed wellFormed;
    private final Function<Message, Answer> send;

    BadInputs(WellFormed wellFormed, Function<Message, Answer> send) {
        this.wellFormed = wellFormed;
        this.send = send;
    }

    /** Tells what is wrong with the answers to each kind of bad input; nothing when all is well. */
    void examine(Promise promise, BiConsumer<String, List<String>> note) {
        cases(promise).forEach(one -> {
            var answer = send.apply(one.message());
            note.accept(one.input().title(), one.wrong(promise, answer));
        });
        if (promise.operation().parameters("path").findAny().isPresent()) {
            note.accept(BadInput.ID.title(), distinguishable(promise));
        }
    }

    private Stream<Case> cases(Promise promise) {
        var operation = promise.operation();
        var good = wellFormed.of(operation);
        var whole = operation.bodySchema().isMissingNode()
                ? Stream.<Case>empty()
                : BadFields.of(operation, good, wellFormed.wholeBody(operation));
        return Stream.of(
                        BadBodies.of(operation, good),
                        whole,
                        BadEnvelopes.of(operation, good),
                        BadParameters.of(operation, good),
                        BadIds.of(operation, good))
                .flatMap(cases -> cases);
    }

    /** Whether what cannot be an id is answered otherwise than what nobody was given. */
    private List<String> distinguishable(Promise promise) {
        var answers = BadIds.of(promise.operation(), wellFormed.of(promise.operation()))
                .map(one -> BadIds.essence(send.apply(one.message())))
                .distinct()
                .toList();
        return answers.size() <= 1 ? List.of() : List.of("unknown ids can be told apart by " + answers);
    }
}
