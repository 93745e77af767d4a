package io.duplex.order.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.order.Shop;
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

/** Somebody who follows an order as a browser does, and remembers every line. */
final class Listener implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InputStream stream;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Listener(InputStream stream) {
        this.stream = stream;
        var reader = new Thread(this::read, "listener");
        reader.setDaemon(true);
        reader.start();
    }

    static Listener follow(String order, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/orders/" + order + "/events"))
                .header("Authorization", "Bearer " + StubsTestResource.token(Shop.CUSTOMER, "customer"))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new Listener(answer.body());
        } catch (IOException notOpened) {
            throw new UncheckedIOException(notOpened);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> lines() {
        return lines;
    }

    List<String> ids() {
        return after("id:");
    }

    /** The types of the facts that it has been told, in order. */
    List<String> types() {
        return after("data:").stream()
                .filter(data -> data.length() > 2)
                .map(data -> JsonPath.from(data).getString("type"))
                .toList();
    }

    void awaitTypes(String... types) {
        await().untilAsserted(() -> assertThat(types()).containsExactly(types));
    }

    boolean hasEnded() {
        return ended;
    }

    private List<String> after(String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .toList();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException cut) {
            lines.add("cut");
        }
        ended = true;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException alreadyClosed) {
            lines.add("cut");
        }
    }
}
