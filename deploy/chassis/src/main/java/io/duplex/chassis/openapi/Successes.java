package io.duplex.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.*;

import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What comes with an answer of success: the place of what is new, the version of what has one, the next page. */
final class Successes {
    private final Components components;

    Successes(Components components) {
        this.components = components;
    }

    void describe(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                describe(operation, status, answer);
            }
        });
        if (takes(operation, "If-None-Match")) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            createAPIResponse()
                                    .description("The caller has this version.")
                                    .addHeader("ETag", header("The version.")));
        }
    }

    private void describe(Operation operation, String status, APIResponse answer) {
        if (status.equals("201")) {
            answer.addHeader("Location", header("Where the new thing is."));
        }
        if (has(answer, "version") || takes(operation, "If-None-Match") || takes(operation, "If-Match")) {
            answer.addHeader("ETag", header("The version, for If-Match and If-None-Match."));
        }
        if (has(answer, "page")) {
            answer.addHeader("Link", header("The next page, rel=\"next\"; absent on the last."));
        }
        if (takes(operation, "Idempotency-Key")) {
            answer.addHeader("Idempotency-Replayed", header("\"true\" when this is the answer to an earlier request."));
        }
    }

    private static boolean takes(Operation operation, String header) {
        return Refusals.parameters(operation).stream()
                .anyMatch(parameter -> parameter.getName().equals(header));
    }

    private boolean has(APIResponse answer, String property) {
        return Optional.ofNullable(answer.getContent())
                .map(content -> content.getMediaType("application/json"))
                .map(MediaType::getSchema)
                .map(this::resolved)
                .map(Schema::getProperties)
                .filter(properties -> properties.containsKey(property))
                .isPresent();
    }

    private @Nullable Schema resolved(Schema schema) {
        var reference = schema.getRef();
        return reference == null
                ? schema
                : components.getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static Header header(String description) {
        return createHeader().description(description).schema(createSchema().addType(SchemaType.STRING));
    }
}
