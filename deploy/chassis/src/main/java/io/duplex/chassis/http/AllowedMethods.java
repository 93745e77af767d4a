package io.duplex.chassis.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which methods a path takes: 405 has to tell them (RFC 9110, section 15.5.6), and the framework does not. */
@Singleton
class AllowedMethods {
    private final List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::operationsOf)
                .toList();
    }

    private record Operation(Pattern path, String method) {}

    /** In alphabetical order, HEAD where GET is; none for a path that does not exist. */
    Set<String> of(String path) {
        var methods = operations.stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static Stream<Operation> operationsOf(Class<?> resource) {
        var root = resource.getAnnotation(Path.class);
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(http -> new Operation(template(root, method.getAnnotation(Path.class)), http.value())));
    }

    private static Pattern template(@Nullable Path root, @Nullable Path own) {
        var segments = Stream.of(root, own)
                .flatMap(Stream::ofNullable)
                .flatMap(path -> Arrays.stream(path.value().split("/", -1)))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
        return Pattern.compile("/" + segments.collect(Collectors.joining("/")) + "/?");
    }
}
