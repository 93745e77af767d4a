package io.duplex.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.*;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes the document that is made of the resources: the bearer tokens, the roles ({@code x-roles}), each refusal with
 * its problem codes, the headers of answers, and which fields are always there. A resource adds only what is its own, by the
 * extension {@code x-problems}: {@code "404 order-not-found; 409 price-changed, insufficient-stock"}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CompleteDocument implements OASFilter {
    private static final String SCHEME = "bearer";
    private static final String ROLES = "x-roles";

    private final PresentFields presentFields;

    public CompleteDocument(IndexView index) {
        this.presentFields = new PresentFields(index);
    }

    /** Jakarta Validation matches whole values, JSON Schema any part. */
    @Override
    public Schema filterSchema(Schema schema) {
        var pattern = schema.getPattern();
        return pattern == null || pattern.startsWith("^") ? schema : schema.pattern("^(?:" + pattern + ")$");
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? createComponents() : document.getComponents();
        document.setComponents(components);
        components.addSecurityScheme(
                SCHEME,
                createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(SCHEME)
                        .bearerFormat("JWT")
                        .description("A token of the configured OpenID Connect provider; its groups are the roles."));
        presentFields.mark(components);
        CommonProblems.addTo(components);
        var successes = new Successes(components);
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                    .values()
                    .forEach(operation -> complete(operation, successes)));
        }
    }

    private static void complete(Operation operation, Successes successes) {
        successes.describe(operation);
        var refusals = Refusals.of(operation);
        refusals.addTo(operation);
        Refusals.parameters(operation)
                .forEach(parameter -> parameter.setRequired(
                        Boolean.TRUE.equals(parameter.getRequired()) || refusals.followFromAbsenceOf(parameter)));
        if (operation.getSecurity() != null) {
            operation.addExtension(ROLES, roles(operation));
            operation.setSecurity(List.of(createSecurityRequirement().addScheme(SCHEME)));
        }
    }

    private static List<String> roles(Operation operation) {
        return operation.getSecurity().stream()
                .map(SecurityRequirement::getSchemes)
                .flatMap(schemes -> schemes.values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
