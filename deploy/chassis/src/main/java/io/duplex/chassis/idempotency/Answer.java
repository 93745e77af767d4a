package io.duplex.chassis.idempotency;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A successful answer that can be given again.
 *
 * @param status a 2xx status: a refusal has changed nothing and is not kept
 * @param headers such as Location and ETag
 * @param body written as JSON
 */
public record Answer(int status, Map<String, String> headers, Object body) {

    /** 201 with the new thing, its place and its version. */
    public static Answer created(String location, long version, Object body) {
        return new Answer(201, Map.of("Location", location, "ETag", "\"" + version + "\""), body);
    }

    /** 201 with a new thing that never changes. */
    public static Answer created(String location, Object body) {
        return new Answer(201, Map.of("Location", location), body);
    }

    /** The same answer, marked as given before. */
    Answer again() {
        var replayed = new LinkedHashMap<>(headers);
        replayed.put("Idempotency-Replayed", "true");
        return new Answer(status, replayed, body);
    }

    /** The answer as a response. */
    public Response response() {
        var response = Response.status(status).type("application/json").entity(body);
        headers.forEach(response::header);
        return response.build();
    }
}
