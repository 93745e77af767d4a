package io.duplex.chassis.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Everything that an operation may be refused with: status and problem codes, following from what it takes. */
final class Refusals {
    private static final String OWN = "x-problems";

    private final Map<Integer, SortedSet<String>> codes = new TreeMap<>();

    private Refusals() {}

    static Refusals of(Operation operation) {
        var refusals = new Refusals();
        refusals.add(400, "invalid-parameter");
        for (var always : List.of(406, 414, 431, 503)) {
            refusals.add(always);
        }
        if (operation.getSecurity() != null) {
            refusals.add(401);
            refusals.add(403);
        }
        parameters(operation).forEach(refusals::addThoseOf);
        if (operation.getRequestBody() != null) {
            refusals.addThoseOfABody(
                    Boolean.TRUE.equals(operation.getRequestBody().getRequired()));
        }
        refusals.addOwn(operation);
        return refusals;
    }

    /** Replaces what the framework guessed, and keeps the answers of success. */
    void addTo(Operation operation) {
        var answers = new TreeMap<String, APIResponse>();
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") || status.startsWith("3")) {
                answers.put(status, answer);
            }
        });
        codes.forEach((status, known) -> answers.put(Integer.toString(status), answer(status, List.copyOf(known))));
        var responses = OASFactory.createAPIResponses();
        answers.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }

    /** Whether a request without this header is refused. */
    boolean followFromAbsenceOf(Parameter parameter) {
        return parameter.getName().equals("Idempotency-Key")
                || (parameter.getName().equals("If-Match") && codes.containsKey(428));
    }

    private static APIResponse answer(int status, List<String> codes) {
        return codes.isEmpty()
                ? CommonProblems.reference(status)
                : CommonProblems.response(String.join(", ", codes), codes);
    }

    private void add(int status, String... problems) {
        codes.computeIfAbsent(status, first -> new TreeSet<>()).addAll(List.of(problems));
    }

    private void addThoseOf(Parameter parameter) {
        switch (parameter.getName()) {
            case "Idempotency-Key" -> {
                add(400, "idempotency-key-required", "idempotency-key-invalid");
                add(409, "request-in-progress");
                add(422, "idempotency-key-reused");
            }
            case "If-Match" -> add(412, "precondition-failed");
            default -> {}
        }
    }

    private void addThoseOfABody(boolean isRequired) {
        add(400, "malformed-json", "unknown-field", "invalid-type");
        if (isRequired) {
            add(400, "body-required");
        }
        add(413);
        add(415);
        add(422, "validation-failed");
    }

    /** The extension has told its part then, and is no part of the document. */
    private void addOwn(Operation operation) {
        if (operation.getExtensions() == null || !operation.getExtensions().containsKey(OWN)) {
            return;
        }
        for (var one : String.valueOf(operation.getExtensions().get(OWN)).split(";", -1)) {
            var words = new ArrayList<>(Arrays.asList(one.strip().split("[\\s,]+", -1)));
            add(Integer.parseInt(words.remove(0)), words.toArray(String[]::new));
        }
        operation.removeExtension(OWN);
    }

    static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
