package io.duplex.chassis.http;

import io.duplex.chassis.http.Problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Jakarta Validation's findings as a problem: 422 for a body, 400 for a parameter. */
final class ConstraintViolations {
    private ConstraintViolations() {}

    static Problem problem(ConstraintViolationException failure) {
        var violations = failure.getConstraintViolations();
        if (violations.stream().anyMatch(violation -> nodes(violation).isEmpty() && isMissingBody(violation))) {
            return Problem.badRequest("body-required", "The request needs a JSON body.");
        }
        if (violations.stream().allMatch(violation -> nodes(violation).isEmpty())) {
            return invalidParameter(violations.iterator().next());
        }
        var errors = violations.stream()
                .map(ConstraintViolations::violation)
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .toList();
        return Problem.unprocessable("validation-failed", "The request breaks " + errors.size() + " rule(s).", errors);
    }

    private static Problem invalidParameter(ConstraintViolation<?> violation) {
        return Problem.badRequest("invalid-parameter", parameter(violation) + " " + violation.getMessage() + ".");
    }

    private static boolean isMissingBody(ConstraintViolation<?> violation) {
        return code(violation).equals("required") && parameter(violation).equals("body");
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder("#");
        for (var node : nodes(violation)) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return new Violation(pointer.toString(), code(violation), violation.getMessage());
    }

    private static String code(ConstraintViolation<?> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> violation.getInvalidValue() == null ? "required" : "blank";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "out-of-range";
            case "Size" -> "invalid-size";
            case "Pattern", "Email" -> "invalid-format";
            default -> constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        };
    }

    private static String parameter(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PARAMETER)
                .findFirst()
                .map(Path.Node::getName)
                .orElse("");
    }

    /** The path below the resource method's parameter. */
    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(node -> {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                nodes.add(node);
            }
        });
        return nodes;
    }
}
