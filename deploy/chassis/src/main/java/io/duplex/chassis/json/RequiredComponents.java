package io.duplex.chassis.json;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;

/** Which components of a record have to have a value: all but those that it marks {@code @Nullable}. */
public final class RequiredComponents {
    private RequiredComponents() {}

    /** Whether this is such a component, as Jackson sees it: a parameter of the record's constructor. */
    public static boolean include(@Nullable Annotated annotated) {
        return annotated instanceof AnnotatedParameter component
                && component.getDeclaringClass().isRecord()
                && component.getOwner().getMember() instanceof Executable constructor
                && !constructor.getAnnotatedParameterTypes()[component.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
