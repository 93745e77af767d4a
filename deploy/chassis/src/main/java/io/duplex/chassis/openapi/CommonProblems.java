package io.duplex.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.*;

import io.duplex.chassis.http.HttpCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Problem details (RFC 9457) as they are described in every document, and the refusals that are the same everywhere. */
final class CommonProblems {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";

    /** Status: name of the component, code, sentence. */
    private static final Map<Integer, Common> COMMON = new TreeMap<>(Map.of(
            401, new Common("Unauthorized", "invalid-token", "A valid bearer token is needed."),
            403, new Common("Forbidden", "forbidden", "The caller's roles do not allow this."),
            406, Common.ofHttp("NotAcceptable", 406),
            413, Common.ofHttp("BodyTooLarge", 413),
            414, Common.ofHttp("UriTooLong", 414),
            415, Common.ofHttp("UnsupportedMediaType", 415),
            431, Common.ofHttp("HeadersTooLarge", 431),
            503, new Common("ServiceUnavailable", "service-unavailable", "Not now; try again later.")));

    private static final Map<Integer, String> HEADERS = Map.of(401, "WWW-Authenticate", 503, "Retry-After");

    private record Common(String name, String code, String description) {
        static Common ofHttp(String name, int status) {
            return new Common(name, HttpCodes.codeOf(status), HttpCodes.detailOf(status));
        }
    }

    private CommonProblems() {}

    static void addTo(Components components) {
        components.addSchema("Problem", problem());
        components.addSchema("Violation", violation());
        COMMON.forEach((status, common) -> components.addResponse(
                common.name(), withHeader(status, response(common.description(), List.of(common.code())))));
    }

    /** The refusal with this status, which has no other code than the common one. */
    static APIResponse reference(int status) {
        var common = Optional.ofNullable(COMMON.get(status)).orElseThrow();
        return createAPIResponse().ref(RESPONSES + common.name());
    }

    /** A refusal whose code is one of these. */
    static APIResponse response(String description, List<String> codes) {
        var code = createSchema().enumeration(List.copyOf(codes));
        var schema =
                createSchema().addAllOf(createSchema().ref(SCHEMAS + "Problem")).addProperty("code", code);
        return createAPIResponse().description(description).content(content(schema));
    }

    private static APIResponse withHeader(int status, APIResponse response) {
        return HEADERS.containsKey(status)
                ? response.addHeader(HEADERS.get(status), createHeader().schema(string()))
                : response;
    }

    private static Content content(Schema schema) {
        return createContent()
                .addMediaType("application/problem+json", createMediaType().schema(schema));
    }

    private static Schema problem() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457 problem details; a program branches on the code.")
                .addProperty("type", string().format("uri-reference"))
                .addProperty("title", string())
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", string().description("For people."))
                .addProperty("instance", string().format("uri-reference"))
                .addProperty("code", string())
                .addProperty("traceId", string().pattern("^[0-9a-f]{32}$"))
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(createSchema().ref(SCHEMAS + "Violation")))
                .required(List.of("type", "title", "status", "detail", "instance", "code", "traceId"));
    }

    private static Schema violation() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("pointer", string().description("JSON pointer into the body, as a URI fragment."))
                .addProperty("code", string())
                .addProperty("detail", string())
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema string() {
        return createSchema().addType(SchemaType.STRING);
    }
}
