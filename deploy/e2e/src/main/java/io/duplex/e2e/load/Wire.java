package io.duplex.e2e.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, with a bearer token of the development issuer where a caller is named. */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int THIRTY_DAYS = 30 * 24 * 3600;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Supplier<String> issuer;
    private final Map<Caller, String> tokens = new ConcurrentHashMap<>();

    /** Callers' tokens are asked for at this base URL. */
    public Wire(Supplier<String> issuer) {
        this.issuer = issuer;
    }

    /** Who calls. */
    public record Caller(String subject, String role) {
        /** A clerk. */
        public static final Caller STAFF = new Caller("clerk", "staff");
        /** An operator. */
        public static final Caller ADMIN = new Caller("operator", "admin");
        /** A front end of one customer. */
        public static Caller customer(String subject) {
            return new Caller(subject, "customer");
        }
    }

    /** An answer. */
    public record Answer(int status, JsonNode body) {
        /** Whether it says that the thing was done. */
        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** Sends; the future fails when no answer comes. */
    public CompletableFuture<Answer> send(
            Caller caller, String method, String url, @Nullable String idempotencyKey, @Nullable Object body) {
        var request = request(method, url, body).header("Authorization", "Bearer " + token(caller));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.build());
    }

    /** Sends and awaits an answer that says that it was done. */
    public JsonNode require(
            Caller caller, String method, String url, @Nullable String idempotencyKey, @Nullable Object body) {
        return done(method + " " + url, send(caller, method, url, idempotencyKey, body));
    }

    /** Reads something that needs no token. */
    public JsonNode read(String url) {
        return done(url, send(request("GET", url, null).build()));
    }

    private static JsonNode done(String what, CompletableFuture<Answer> sent) {
        var answer = sent.join();
        if (!answer.isOk()) {
            throw new IllegalStateException(what + " was answered " + answer);
        }
        return answer.body();
    }

    private String token(Caller caller) {
        return tokens.computeIfAbsent(caller, missing -> {
            var wanted = Map.of("subject", caller.subject(), "roles", List.of(caller.role()), "expiresIn", THIRTY_DAYS);
            var url = issuer.get() + "/dev/token";
            return done(url, send(request("POST", url, wanted).build()))
                    .path("access_token")
                    .asText();
        });
    }

    private static HttpRequest.Builder request(String method, String url, @Nullable Object body) {
        try {
            return HttpRequest.newBuilder(URI.create(url))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }

    private CompletableFuture<Answer> send(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(answer -> new Answer(answer.statusCode(), json(answer.body())));
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.nullNode();
        }
    }
}
