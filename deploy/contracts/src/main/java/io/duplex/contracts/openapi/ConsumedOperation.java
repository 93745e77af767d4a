package io.duplex.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Documents;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An operation of another service as a client of ours uses it, held against that service's own document. */
public final class ConsumedOperation {
    private static final Map<Type, String> JSON_TYPES = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            int.class, "integer",
            long.class, "integer");

    private final Operation operation;

    private ConsumedOperation(Operation operation) {
        this.operation = operation;
    }

    /**
     * An operation of the service in this folder; fails when it has none of that name.
     *
     * @param name such as {@code POST /v1/availability}
     */
    public static ConsumedOperation of(Path callee, String name) {
        Api api = Api.of(Documents.read(callee.resolve("contracts/openapi.yaml")));
        Optional<Operation> found = api.operation(name);
        assertThat(found).as("%s has %s", callee, name).isPresent();
        return new ConsumedOperation(found.get());
    }

    /** Fails unless the operation takes this body, as our client writes it. */
    public ConsumedOperation sends(String body) {
        JsonNode schema = operation.api().standalone(operation.bodySchema());
        assertThat(JsonSchemas.misfits(schema, Documents.parse(body)))
                .as("%s takes %s", operation.name(), body)
                .isEmpty();
        return this;
    }

    /** Fails unless this answer always has everything that our client's record reads, and of its type. */
    public ConsumedOperation reads(String status, Class<? extends Record> into) {
        JsonNode content = operation
                .answers()
                .getOrDefault(status, MissingNode.getInstance())
                .path("content");
        JsonNode schema = content.path(status.startsWith("2") ? "application/json" : Operation.PROBLEM)
                .path("schema");
        List<Field> told = Field.of(operation.api(), schema);
        assertThat(untold(into, "", told))
                .as("%s %s tells what %s reads", operation.name(), status, into.getSimpleName())
                .isEmpty();
        return this;
    }

    private static Stream<String> untold(Class<?> record, String place, List<Field> told) {
        return Arrays.stream(record.getRecordComponents()).flatMap(component -> untold(component, place, told));
    }

    private static Stream<String> untold(RecordComponent component, String place, List<Field> told) {
        String here = place + "/" + component.getName();
        Optional<Field> field =
                told.stream().filter(one -> one.pointer().equals(here)).findFirst();
        if (field.isEmpty()) {
            return Stream.of(here + " is not told");
        }
        String type = JSON_TYPES.get(component.getType());
        if (type != null && !field.get().isOf(type)) {
            return Stream.of(here + " is no " + type);
        }
        if (component.getType().isRecord()) {
            return untold(component.getType(), here, told);
        }
        return element(component)
                .map(element -> untold(element, here + "/*", told))
                .orElse(Stream.empty());
    }

    /** The record of which a component is a list. */
    private static Optional<Class<?>> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? Optional.of(element)
                : Optional.empty();
    }
}
