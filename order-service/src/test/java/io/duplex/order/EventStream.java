package io.duplex.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.stubs.StubsTestResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Server-sent events as a browser reads them, and every line of them, until one of the two sides ends it. */
public final class EventStream implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        var reader = new Thread(this::read, "reads " + answer.uri());
        reader.setDaemon(true);
        reader.start();
    }

    /** What staff follow. */
    public static EventStream open(String path, String clerk) {
        return connect(path, StubsTestResource.token(clerk, "staff"), null);
    }

    /** What the customer follows, from the last event on that he has heard. */
    public static EventStream ofOrder(String order, @Nullable String lastEventId) {
        var path = "/v1/orders/" + order + "/events";
        var stream = connect(path, StubsTestResource.token(Shop.CUSTOMER, "customer"), lastEventId);
        assertThat(stream.status()).isEqualTo(200);
        return stream;
    }

    private static EventStream connect(String path, String token, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventStream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException notOpened) {
            throw new UncheckedIOException(notOpened);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return answer.statusCode();
    }

    /** A header of the answer, empty if it has none. */
    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** All lines that have come so far. */
    public List<String> lines() {
        return lines;
    }

    /** The cursors of the events so far, oldest first. */
    public List<String> ids() {
        return after("id:");
    }

    /** What the events so far have told, oldest first. */
    List<JsonPath> told() {
        return after("data:").stream().map(JsonPath::from).toList();
    }

    /** The latest, once there is one. */
    JsonPath latest() {
        var told = await().until(this::told, found -> !found.isEmpty());
        return told.get(told.size() - 1);
    }

    /** The types of the facts that have been told, in order. */
    public List<String> types() {
        return after("data:").stream()
                .filter(data -> data.length() > 2)
                .map(data -> JsonPath.from(data).getString("type"))
                .toList();
    }

    public void awaitTypes(String... types) {
        await().untilAsserted(() -> assertThat(types()).containsExactly(types));
    }

    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException alreadyClosed) {
            lines.add("cut");
        }
    }

    private List<String> after(String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .toList();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException cut) {
            lines.add("cut");
        }
        ended = true;
    }
}
