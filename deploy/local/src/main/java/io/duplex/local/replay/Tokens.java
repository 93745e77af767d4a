package io.duplex.local.replay;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Bearer tokens from the development issuer, kept until shortly before they expire. */
final class Tokens {
    private static final int MOST_KEPT = 10_000;

    private final Wire wire;
    private final URI issuer;
    private final Map<Caller, Token> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Token> eldest) {
            return size() > MOST_KEPT;
        }
    });

    private record Token(Answer answer, long renewAt) {}

    private record TokenRequest(String subject, List<String> roles) {}

    Tokens(Wire wire, URI issuer) {
        this.wire = wire;
        this.issuer = issuer;
    }

    /** The issuer's answer, with an access_token in its body when it is ok. */
    CompletableFuture<Answer> of(Caller caller) {
        var token = kept.get(caller);
        return token != null && token.renewAt() - System.nanoTime() > 0
                ? CompletableFuture.completedFuture(token.answer())
                : wire.send(request(caller)).thenApply(answer -> keep(caller, answer));
    }

    /** Asks once, to learn whether the suite is there. */
    CompletableFuture<Answer> probe() {
        return wire.sendOnce(request(Caller.STAFF));
    }

    /** A service did not accept it. */
    void forget(Caller caller) {
        kept.remove(caller);
    }

    private HttpRequest request(Caller caller) {
        return HttpRequest.newBuilder(issuer)
                .header("Content-Type", "application/json")
                .timeout(Wire.TIMEOUT)
                .POST(BodyPublishers.ofString(Json.text(new TokenRequest(caller.subject(), List.of(caller.role())))))
                .build();
    }

    private Answer keep(Caller caller, Answer answer) {
        if (answer.ok()) {
            var life = Duration.ofSeconds(answer.body().path("expires_in").asLong());
            kept.put(caller, new Token(answer, System.nanoTime() + life.toNanos() * 4 / 5));
        }
        return answer;
    }
}
