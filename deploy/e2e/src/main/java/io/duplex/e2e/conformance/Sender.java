package io.duplex.e2e.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests as they are, one after the other, and adds nothing. */
final class Sender {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The answer of the server at this base URL, which has a second chance: it may close a connection after a refusal. */
    Answer send(String url, Message message) {
        try {
            return once(url, message);
        } catch (IOException closed) {
            try {
                return once(url, message);
            } catch (IOException none) {
                return new Answer(0, Map.of(), "no answer: " + none);
            }
        }
    }

    private Answer once(String url, Message message) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url + message.target()))
                .timeout(PATIENCE)
                .method(
                        message.method(),
                        message.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(message.bytes()));
        message.headers().forEach(request::header);
        try {
            return answer(client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        var headers = new TreeMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Answer(response.statusCode(), headers, response.body());
    }
}
