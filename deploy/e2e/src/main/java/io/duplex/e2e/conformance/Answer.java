package io.duplex.e2e.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 when nothing came; the body then says why
 * @param headers by their names in small letters
 */
record Answer(int status, Map<String, String> headers, String body) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The media type without its parameters. */
    String mediaType() {
        return header("content-type").replaceFirst(";.*", "").strip();
    }

    /** The body as JSON; a missing node when it is none. */
    JsonNode json() {
        return json(body);
    }

    /** A text as strict JSON: without duplicate keys, and with nothing behind it. */
    static JsonNode json(String text) {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    String code() {
        return json().path("code").asText();
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return status + " " + mediaType() + " " + Message.shortened(body);
    }
}
