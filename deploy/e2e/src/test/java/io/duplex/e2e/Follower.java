package io.duplex.e2e;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who follows an order, as a browser does, until one of the two sides ends it. */
final class Follower implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Stream<String>> stream;
    private final CompletableFuture<Void> reading;
    private String id = "";

    /** A fact, and the id of the event that told it. */
    record Told(String id, String type, String fact) {}

    /** Follows at a base URL, from the last event on that has been heard. */
    Follower(String baseUrl, String order, String token, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/v1/orders/" + order + "/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        stream = client.sendAsync(request.build(), BodyHandlers.ofLines()).thenApply(answer -> answer.body());
        reading = stream.thenAcceptAsync(lines -> lines.forEach(this::read));
    }

    /** What has been told until a fact of this type has been. */
    List<Told> until(String type) {
        return await("being told " + type).atMost(PATIENCE).until(() -> List.copyOf(told), facts -> facts.stream()
                .anyMatch(fact -> fact.type().equals(type)));
    }

    /** What has been told until now. */
    List<Told> told() {
        return List.copyOf(told);
    }

    private void read(String line) {
        if (line.startsWith("id:")) {
            id = line.substring(3);
        } else if (line.startsWith("data:") && line.contains("eventId")) {
            var fact = JsonPath.from(line.substring(5));
            told.add(new Told(id, fact.getString("type"), fact.getString("eventId")));
        }
    }

    @Override
    public void close() {
        stream.join().close();
        reading.cancel(true);
    }
}
