package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duplex.contracts.openapi.Operation;
import io.duplex.e2e.conformance.World.Owner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests with which nothing is wrong, for any operation: from its document's examples and the objects of the world. */
final class WellFormed {
    private static final String NEW = "NEW-";
    private static final String JSON = "application/json";
    private static final List<String> PREFERRED = List.of("customer", "staff", "admin", "service");

    private final World world;
    private final Tokens tokens;
    private final Targets targets;

    WellFormed(World world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
        this.targets = new Targets(this);
    }

    World world() {
        return world;
    }

    Targets targets() {
        return targets;
    }

    Tokens tokens() {
        return tokens;
    }

    /** A request of the first role that may make it, about the caller's own object. */
    Message of(Operation operation) {
        return of(operation, roleFor(operation), Owner.OWN);
    }

    /** A request of this role, about this customer's object. */
    Message of(Operation operation, String role, Owner owner) {
        var bearer = tokens.of(subject(role), role);
        return new Message(
                operation.method(), targets.of(operation, owner), headers(operation, bearer), body(operation));
    }

    /** The role in which an operation is tried; customers are the likeliest callers. */
    String roleFor(Operation operation) {
        return PREFERRED.stream()
                .filter(role -> admits(operation, role))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the document lets a role in; where it names none, all are. */
    static boolean admits(Operation operation, String role) {
        return operation.roles().isEmpty() || operation.roles().contains(role);
    }

    /** The subject that a token of this role has here. */
    String subject(String role) {
        return role.equals("customer") ? world.customer(Owner.OWN) : role + "-conformance";
    }

    private Map<String, String> headers(Operation operation, String bearer) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + bearer);
        headers.put("Accept", mediaType(operation));
        if (!operation.body().isMissingNode()) {
            headers.put("Content-Type", JSON);
        }
        operation.header("Idempotency-Key").ifPresent(key -> headers.put("Idempotency-Key", newKey()));
        operation.header("If-Match").ifPresent(key -> headers.put("If-Match", "*"));
        return headers;
    }

    /** What the operation answers with when it succeeds: JSON, unless it has nothing but other things to give. */
    private static String mediaType(Operation operation) {
        var types = operation.answers().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> answer.getValue().path("content").properties().stream())
                .map(Map.Entry::getKey)
                .toList();
        return types.isEmpty() || types.contains(JSON) ? JSON : types.get(0);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    private @Nullable String body(Operation operation) {
        return operation.body().isMissingNode()
                ? null
                : samples(operation)
                        .translated(operation.bodySchema(), example(operation))
                        .toString();
    }

    /** A body with every field that the document permits. */
    JsonNode wholeBody(Operation operation) {
        return samples(operation).complete(operation.bodySchema(), example(operation));
    }

    private static JsonNode example(Operation operation) {
        return operation.bodyExamples().stream().findFirst().orElse(MissingNode.getInstance());
    }

    /** A body for another request: what it creates is not what an earlier one has created. */
    String anew(Operation operation, JsonNode body) {
        return creates(operation) && body.path("sku").asText().startsWith(NEW)
                ? Patch.put(body, "/sku", '"' + NEW + newKey() + '"').orElseThrow()
                : body.toString();
    }

    private static boolean creates(Operation operation) {
        return operation.name().equals("POST /v1/products");
    }

    /** What the fields of this operation may be; what is created is not what is there already. */
    Samples samples(Operation operation) {
        return new Samples(
                operation.api(),
                Map.of(
                        "sku",
                        creates(operation) ? NEW + newKey() : world.sku(),
                        "customerId",
                        world.customer(Owner.OWN),
                        "orderId",
                        world.id("orders", Owner.OWN)));
    }
}
