package io.duplex.local.replay;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends requests, again where {@link Attempts} says so; always answers, with status 0 when nobody did. */
final class Wire {
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Duration patience;
    private final Counts retries;

    /**
     * Creates a sender.
     *
     * @param retries counts what was sent again, by the answer's code
     */
    Wire(Duration patience, Counts retries) {
        this.patience = patience;
        this.retries = retries;
    }

    CompletableFuture<Answer> send(HttpRequest request) {
        return attempt(request, new Attempts(patience));
    }

    /** One attempt, whatever comes of it. */
    CompletableFuture<Answer> sendOnce(HttpRequest request) {
        var sentAt = System.nanoTime();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .handle((response, failure) -> answer(response, sentAt));
    }

    /** Completes after a while. */
    static CompletableFuture<Void> pause(Duration wait) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS));
    }

    private CompletableFuture<Answer> attempt(HttpRequest request, Attempts attempts) {
        return sendOnce(request).thenCompose(answer -> {
            var wait = attempts.waitAfter(answer);
            if (wait.isEmpty()) {
                return CompletableFuture.completedFuture(answer);
            }
            retries.add(answer.code());
            return pause(wait.get()).thenCompose(elapsed -> attempt(request, attempts));
        });
    }

    private static Answer answer(@Nullable HttpResponse<byte[]> response, long sentAt) {
        return response == null ? Answer.none(sentAt) : Answer.of(response, sentAt);
    }
}
