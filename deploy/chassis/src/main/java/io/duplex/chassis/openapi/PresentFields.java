package io.duplex.chassis.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each record's schema which fields are always there, and which may be null: what is not marked
 * {@code @Nullable} is there, as the compiler has checked.
 */
final class PresentFields {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName INCLUDED = DotName.createSimple(JsonInclude.class);

    /** By the names of their components: two records that have the same ones are described alike. */
    private final Map<Set<String>, List<ClassInfo>> records;

    PresentFields(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith("io.duplex."))
                .collect(Collectors.groupingBy(PresentFields::names));
    }

    void mark(Components components) {
        Optional.ofNullable(components.getSchemas()).orElse(Map.of()).forEach((name, schema) -> source(name, schema)
                .ifPresent(record -> mark(schema, record)));
    }

    private Optional<ClassInfo> source(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return Optional.empty();
        }
        var alike = records.getOrDefault(schema.getProperties().keySet(), List.of());
        return alike.stream()
                .filter(record -> name.equals(declaredName(record)))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(record -> name.startsWith(record.simpleName()))
                        .findFirst());
    }

    private static @Nullable String declaredName(ClassInfo record) {
        var declared = record.declaredAnnotation(SCHEMA);
        var name = declared == null ? null : declared.value("name");
        return name == null ? null : name.asString();
    }

    private static void mark(Schema schema, ClassInfo record) {
        var required = new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        var properties = new LinkedHashMap<>(schema.getProperties());
        for (var component : record.recordComponents()) {
            if (required.contains(component.name())) {
                continue;
            }
            if (component.type().hasAnnotation(NULLABLE)) {
                properties.compute(component.name(), (name, present) -> orNull(present));
            } else if (!record.field(component.name()).hasAnnotation(INCLUDED)) {
                required.add(component.name());
            }
        }
        schema.setProperties(properties);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema orNull(Schema schema) {
        return schema.getRef() == null
                ? schema.addType(SchemaType.NULL)
                : OASFactory.createSchema()
                        .anyOf(List.of(schema, OASFactory.createSchema().addType(SchemaType.NULL)));
    }

    private static Set<String> names(ClassInfo record) {
        var names = new HashSet<String>();
        for (RecordComponentInfo component : record.recordComponents()) {
            names.add(component.name());
        }
        return names;
    }
}
