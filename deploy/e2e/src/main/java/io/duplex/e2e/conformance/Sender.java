package io.duplex.e2e.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
            return answer(client.send(request.build(), Sender::body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A stream has no end: of that, the first event is the body. */
    private static BodySubscriber<Supplier<String>> body(ResponseInfo head) {
        var type = head.headers().firstValue("content-type").orElse("");
        return type.startsWith("text/event-stream")
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), stream -> () -> firstEvent(stream))
                : BodySubscribers.mapping(BodySubscribers.ofString(StandardCharsets.UTF_8), text -> () -> text);
    }

    private static String firstEvent(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer answer(HttpResponse<Supplier<String>> response) {
        var headers = new TreeMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Answer(response.statusCode(), headers, response.body().get());
    }
}
