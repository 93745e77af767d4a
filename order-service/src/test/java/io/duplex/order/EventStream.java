package io.duplex.order;

import static org.awaitility.Awaitility.await;

import io.duplex.stubs.StubsTestResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Server-sent events as a dashboard reads them, over a connection of its own, until one of the two sides ends it. */
final class EventStream implements AutoCloseable {
    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private EventStream(String path) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        var request =
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, StubsTestResource.token("clerk", "staff"));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    static EventStream open(String path) throws IOException {
        var stream = new EventStream(path);
        new Thread(stream::read, "reads " + path).start();
        return stream;
    }

    /** The status line, once it is there. */
    String status() {
        return await().until(() -> lines, found -> !found.isEmpty()).get(0);
    }

    /** All lines that have come so far, the chunks' sizes and the head among them. */
    List<String> lines() {
        return lines;
    }

    /** What the events so far have told, oldest first. */
    List<JsonPath> told() {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JsonPath.from(line.substring("data:".length())))
                .toList();
    }

    /** The latest, once there is one. */
    JsonPath latest() {
        var told = await().until(this::told, found -> !found.isEmpty());
        return told.get(told.size() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // by one of the two sides: there is no more to read
        }
    }
}
