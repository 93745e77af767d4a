package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duplex.contracts.openapi.Operation;
import io.duplex.e2e.conformance.Attempt.Kind;
import io.duplex.e2e.conformance.World.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Requests by chance for one operation: valid, nearly valid and hostile ones. */
final class Attempts {
    private final Operation operation;
    private final WellFormed wellFormed;
    private final List<String> roles;

    Attempts(Operation operation, WellFormed wellFormed) {
        this.operation = operation;
        this.wellFormed = wellFormed;
        this.roles = List.of("customer", "staff", "admin", "service").stream()
                .filter(role -> WellFormed.admits(operation, role))
                .toList();
    }

    Arbitrary<Attempt> all() {
        var valid = valid();
        return Arbitraries.frequencyOf(
                Tuple.of(3, valid.map(message -> new Attempt(Kind.VALID, message))),
                Tuple.of(4, valid.flatMap(this::nearly).map(message -> new Attempt(Kind.NEARLY, message))),
                Tuple.of(3, valid.flatMap(this::hostile).map(message -> new Attempt(Kind.HOSTILE, message))));
    }

    private Arbitrary<Message> valid() {
        var bodies = operation.bodySchema().isMissingNode()
                ? Arbitraries.<JsonNode>just(MissingNode.getInstance())
                : new Bodies(operation.api(), wellFormed.samples(operation)).of(operation.bodySchema(), "");
        return bodies.flatMap(body -> Arbitraries.randomValue(random -> valid(body, random)));
    }

    private Message valid(JsonNode body, Random random) {
        var message = wellFormed.of(operation, pick(random, roles), Owner.OWN);
        for (var parameter : operation.parameters("query").toList()) {
            var values = wellFormed.targets().values(operation, parameter);
            if (!values.isEmpty() && random.nextInt(3) == 0) {
                var value = Targets.encoded(pick(random, values));
                message = message.withQuery(parameter.path("name").asText(), value);
            }
        }
        var isExample = body.isMissingNode() || random.nextInt(4) == 0;
        return isExample ? message : message.withBody(wellFormed.anew(operation, body));
    }

    private Arbitrary<Message> nearly(Message valid) {
        return Arbitraries.randomValue(random -> {
            var body = Answer.json(valid.body() == null ? "" : valid.body());
            return body.isMissingNode() || random.nextInt(4) == 0
                    ? around(valid, random)
                    : valid.withBody(mutated(body, random));
        });
    }

    /** The body without one place, with another's value in it, or with something odd. */
    private static String mutated(JsonNode body, Random random) {
        var places = places(body, "");
        var place = pick(random, places);
        var other = body.at(pick(random, places)).toString();
        return switch (random.nextInt(6)) {
            case 0 -> place.isEmpty() ? "" : Patch.remove(body, place).orElse("");
            case 1 -> Patch.put(body, place, other).orElse("");
            default -> Patch.put(body, place, pick(random, Hostile.VALUES)).orElse("");
        };
    }

    private Arbitrary<Message> hostile(Message valid) {
        return Arbitraries.randomValue(random -> {
            var message = valid;
            if (valid.body() != null && random.nextInt(3) > 0) {
                message = message.withBody(cut(pick(random, Hostile.BODIES), random));
            }
            for (var i = random.nextInt(3); i >= 0; i--) {
                message = around(message, random);
            }
            return message;
        });
    }

    /** Something odd about the path, the query or the headers. */
    private Message around(Message message, Random random) {
        var parameters = operation.parameters("query").toList();
        switch (random.nextInt(4)) {
            case 0:
                return withId(message, random);
            case 1:
                var name = parameters.isEmpty()
                        ? "x"
                        : pick(random, parameters).path("name").asText();
                return message.withQuery(name, pick(random, Hostile.PARAMETERS));
            case 2:
                return message.body() == null
                        ? withHeader(message, Hostile.HEADERS, random)
                        : withHeader(message, Hostile.BODY_HEADERS, random);
            default:
                return withHeader(message, Hostile.HEADERS, random);
        }
    }

    private Message withId(Message message, Random random) {
        if (operation.parameters("path").findAny().isEmpty()) {
            return withHeader(message, Hostile.HEADERS, random);
        }
        return random.nextInt(4) == 0
                ? message.withTarget(wellFormed.targets().of(operation, Owner.FOREIGN))
                : message.withTarget(Targets.with(message.target(), operation, pick(random, Hostile.IDS)));
    }

    private static Message withHeader(Message message, Map<String, List<String>> from, Random random) {
        var name = pick(random, from.keySet().stream().sorted().toList());
        return message.with(name, pick(random, from.getOrDefault(name, List.of(""))));
    }

    private static String cut(String body, Random random) {
        return random.nextInt(5) == 0 ? body.substring(0, random.nextInt(body.length())) : body;
    }

    private static List<String> places(JsonNode body, String pointer) {
        List<String> found = new ArrayList<>(List.of(pointer));
        body.properties().forEach(field -> found.addAll(places(field.getValue(), pointer + "/" + field.getKey())));
        for (var i = 0; body.isArray() && i < body.size(); i++) {
            found.addAll(places(body.get(i), pointer + "/" + i));
        }
        return found;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
