package io.duplex.chassis.inbox;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import io.duplex.chassis.json.RequiredComponents;

/** What a consumer's record does not mark {@code @Nullable} has to be there, at any depth: null and nothing are refused. */
final class RequiredUnlessNullable extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private RequiredUnlessNullable() {}

    static ObjectMapper in(ObjectMapper json) {
        var strict = json.copy();
        return strict.setAnnotationIntrospector(AnnotationIntrospector.pair(
                new RequiredUnlessNullable(), strict.getDeserializationConfig().getAnnotationIntrospector()));
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return RequiredComponents.include(annotated)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }
}
