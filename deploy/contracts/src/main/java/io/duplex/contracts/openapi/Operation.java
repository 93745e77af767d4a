package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One operation of an API, with the references of its parts followed. */
public final class Operation {
    /** The media type of every refusal (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    private static final String JSON = "application/json";

    private final Api api;
    private final String method;
    private final String path;
    private final JsonNode pathItem;
    private final JsonNode node;

    Operation(Api api, String method, String path, JsonNode pathItem) {
        this.api = api;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.pathItem = pathItem;
        this.node = pathItem.path(method);
    }

    /** Method and path, {@code POST /v1/orders}. */
    public String name() {
        return method + " " + path;
    }

    /** The method, in capitals. */
    public String method() {
        return method;
    }

    /** The path with its parameters in braces. */
    public String path() {
        return path;
    }

    /** The API that it is part of. */
    public Api api() {
        return api;
    }

    /** The parameters; one of the operation replaces one of the same place and name that its path has. */
    public List<JsonNode> parameters() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode level : List.of(pathItem, node)) {
            for (JsonNode entry : level.path("parameters")) {
                JsonNode parameter = api.resolve(entry);
                found.put(keyOf(parameter), parameter);
            }
        }
        return List.copyOf(found.values());
    }

    /** The parameters that are sent in one place: path, query or header. */
    public Stream<JsonNode> parameters(String in) {
        return parameters().stream().filter(one -> one.path("in").asText().equals(in));
    }

    /** A header that it reads. */
    public Optional<JsonNode> header(String name) {
        return parameters("header")
                .filter(one -> one.path("name").asText().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The body that it takes; a missing node when it takes none. */
    public JsonNode body() {
        return api.resolve(node.path("requestBody"));
    }

    /** The schema of a JSON body; a missing node when it takes none. */
    public JsonNode bodySchema() {
        return body().path("content").path(JSON).path("schema");
    }

    /** The examples of its JSON body, or of that body's schema. */
    public List<JsonNode> bodyExamples() {
        JsonNode content = body().path("content").path(JSON);
        List<JsonNode> found = new ArrayList<>();
        content.path("examples")
                .forEach(example -> found.add(api.resolve(example).path("value")));
        found.add(content.path("example"));
        if (content.has("schema")) {
            JsonNode shape = api.alternatives(content.path("schema")).get(0);
            shape.path("examples").forEach(found::add);
            found.add(shape.path("example"));
        }
        found.removeIf(JsonNode::isMissingNode);
        return found;
    }

    /** What it may answer, by status. */
    public Map<String, JsonNode> answers() {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        node.path("responses").properties().forEach(one -> answers.put(one.getKey(), api.resolve(one.getValue())));
        return answers;
    }

    /** The problem codes that it may answer with this status. */
    public Set<String> codes(String status) {
        JsonNode answer = answers().get(status);
        return answer == null
                ? Set.of()
                : api.codes(answer.path("content").path(PROBLEM).path("schema"));
    }

    /** The names of the security schemes of which one is needed; none when anybody may call. */
    public Set<String> security() {
        Set<String> names = new TreeSet<>();
        JsonNode own = node.path("security");
        (own.isMissingNode() ? api.document().path("security") : own)
                .forEach(one -> one.fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** The roles of which a caller needs one; none when a token is enough, whatever its role. */
    public Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        node.path("x-roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    JsonNode node() {
        return node;
    }

    static String keyOf(JsonNode parameter) {
        String in = parameter.path("in").asText();
        String name = parameter.path("name").asText();
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }
}
