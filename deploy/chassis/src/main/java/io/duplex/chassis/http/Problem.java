package io.duplex.chassis.http;

import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can understand: RFC 9457 problem details. Thrown anywhere below a resource, it becomes the
 * response; it is no defect, so it carries no stack trace.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * One invalid part of the request.
     *
     * @param pointer JSON pointer of RFC 6901 as a URI fragment, {@code #/lines/0/quantity}
     */
    public record Violation(String pointer, String code, String detail) {}

    private Problem(int status, String code, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    /** A problem with a status, a code that programs may branch on, and a sentence for people. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of());
    }

    /** A refusal that HTTP itself makes, with the code and the sentence of its status. */
    static Problem of(int status) {
        return of(status, HttpCodes.codeOf(status), HttpCodes.detailOf(status));
    }

    /** 400: the request cannot be understood. */
    public static Problem badRequest(String code, String detail) {
        return of(400, code, detail);
    }

    /** 404: unknown, or not the caller's: the two look the same. */
    public static Problem notFound(String code, String detail) {
        return of(404, code, detail);
    }

    /** 409: understood, and refused by the state of things. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 422: well-formed, but its content breaks a rule. */
    public static Problem unprocessable(String code, String detail, List<Violation> violations) {
        return new Problem(422, code, detail, violations);
    }

    /** 503: not now; the same request may work in so many seconds. */
    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return of(503, "service-unavailable", detail).header("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** The same problem with one more member. */
    public Problem with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    /** The same problem with one more response header. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> body(String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "https://duplex.example/problems/" + code);
        body.put("title", title());
        body.put("status", status);
        body.put("detail", getMessage());
        body.put("instance", instance);
        body.put("code", code);
        body.put("traceId", Correlation.traceId());
        body.putAll(extensions);
        if (!violations.isEmpty()) {
            body.put("errors", violations);
        }
        return body;
    }

    private @Nullable String title() {
        var known = Status.fromStatusCode(status);
        return status == 422 ? "Unprocessable Content" : known == null ? null : known.getReasonPhrase();
    }
}
