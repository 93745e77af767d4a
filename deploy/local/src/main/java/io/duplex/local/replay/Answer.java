package io.duplex.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one request.
 *
 * @param status of HTTP, or 0 when the connection was refused, lost or timed out
 * @param sentAt when the request was sent that got this answer, in the time of {@link System#nanoTime()}
 * @param tookNanos from then until the answer was there
 */
record Answer(int status, HttpHeaders headers, JsonNode body, long sentAt, long tookNanos) {
    static Answer of(HttpResponse<byte[]> response, long sentAt) {
        return new Answer(
                response.statusCode(),
                response.headers(),
                Json.read(response.body()),
                sentAt,
                System.nanoTime() - sentAt);
    }

    static Answer none(long sentAt) {
        var headers = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new Answer(0, headers, MissingNode.getInstance(), sentAt, System.nanoTime() - sentAt);
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Whether it is the stored answer to an earlier request with the same key. */
    boolean replayed() {
        return header("Idempotency-Replayed").filter("true"::equals).isPresent();
    }

    /** The problem's code, such as price-changed. */
    String code() {
        return status == 0 ? "connection-lost" : body.path("code").asText("http-" + status);
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
