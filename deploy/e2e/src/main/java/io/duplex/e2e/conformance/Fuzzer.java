package io.duplex.e2e.conformance;

import io.duplex.e2e.conformance.Attempt.Kind;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.sessions.JqwikSession;

/** Sends requests by chance to an operation, and looks whether any answer contradicts its document. */
final class Fuzzer {
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 405, 406, 413, 414, 415, 431);
    private static final int RENEWED_EVERY = 20;
    private static final int GENERATION_SIZE = 1_000;

    private final WellFormed wellFormed;
    private final Function<Message, Answer> send;
    private final long seed;

    /** Equal seeds send the same to an operation, whatever else is tried. */
    Fuzzer(WellFormed wellFormed, Function<Message, Answer> send, long seed) {
        this.wellFormed = wellFormed;
        this.send = send;
        this.seed = seed;
    }

    /** So many requests, and what came of them. */
    FuzzCount examine(Promise promise, int requests) {
        var count = new FuzzCount(promise.operation().name());
        try {
            JqwikSession.run(() -> send(promise, requests, count));
        } catch (IllegalStateException notReady) {
            count.fail(String.valueOf(notReady.getMessage()));
        }
        return count;
    }

    private void send(Promise promise, int requests, FuzzCount count) {
        var random = new Random(seed ^ promise.operation().name().hashCode());
        var attempts = new Attempts(promise.operation(), wellFormed).all().generator(GENERATION_SIZE);
        for (var i = 0; i < requests; i++) {
            if (i % RENEWED_EVERY == 0) {
                wellFormed.world().renew(promise.operation());
                JqwikSession.finishTry();
            }
            attempt(promise, attempts.next(random).value(), count);
        }
    }

    private void attempt(Promise promise, Attempt attempt, FuzzCount count) {
        var message = attempt.message();
        var exchange = new Exchange(promise, attempt.kind().toString(), message, send.apply(message));
        var answer = exchange.answer();
        exchange.require(
                        attempt.kind() != Kind.VALID || !NOT_UNDERSTOOD.contains(answer.status()),
                        "refuses as unreadable what the document permits")
                .require(
                        !answer.isSuccess() || promise.permits(message),
                        "accepts a body that the document does not permit");
        count.add(exchange);
    }
}
