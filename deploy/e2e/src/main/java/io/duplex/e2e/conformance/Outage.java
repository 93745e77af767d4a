package io.duplex.e2e.conformance;

import io.duplex.contracts.openapi.Operation;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Tries operations while their service's database is away: each says so in time. */
final class Outage {
    private static final Duration IN_TIME = Duration.ofSeconds(3);

    private final WellFormed wellFormed;
    private final Function<Message, Answer> send;

    Outage(WellFormed wellFormed, Function<Message, Answer> send) {
        this.wellFormed = wellFormed;
        this.send = send;
    }

    /** What is wrong with the answer to a request that would be answered otherwise; nothing when all is well. */
    List<String> examine(Operation operation) {
        var message = wellFormed.of(operation);
        var sent = System.nanoTime();
        var answer = send.apply(message);
        var took = Duration.ofNanos(System.nanoTime() - sent);
        return new Exchange(new Promise(operation), "without database", message, answer)
                .require(answer.status() == 503, "is not answered 503")
                .require(!answer.header("retry-after").isBlank(), "is answered without Retry-After")
                .require(took.compareTo(IN_TIME) < 0, "is answered after " + took.toMillis() + " ms")
                .told();
    }
}
