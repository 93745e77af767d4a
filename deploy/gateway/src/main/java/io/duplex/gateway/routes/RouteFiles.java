package io.duplex.gateway.routes;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of {@code HTTPRoute} files ({@code *.yaml}, one route each), read strictly: an unknown or doubled field, and
 * every field of the specification that this gateway would not honour, is refused.
 */
public final class RouteFiles {
    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .annotationIntrospector(new NoAnySetter())
            .build();

    private RouteFiles() {}

    /**
     * The routes of all folders.
     *
     * @throws BadRouteFile when a file cannot be read or served
     */
    public static RouteTable read(List<Path> folders) {
        return new RouteTable(folders.stream()
                .flatMap(RouteFiles::files)
                .flatMap(RouteFiles::routes)
                .toList());
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new BadRouteFile(folder + ": holds no *.yaml file");
            }
            return found.stream();
        } catch (IOException unreadable) {
            throw new BadRouteFile(folder + ": is no readable folder");
        }
    }

    private static Stream<Route> routes(Path file) {
        try {
            return new RouteCompiler(file.toString(), STRICT.readValue(file.toFile(), HTTPRoute.class)).routes();
        } catch (JsonMappingException malformed) {
            throw new BadRouteFile(file + ": " + field(malformed.getPath()) + ": " + malformed.getOriginalMessage());
        } catch (JacksonException malformed) {
            throw new BadRouteFile(file + ": " + malformed.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Such as {@code spec.rules[0].timeouts}. */
    private static String field(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(joining())
                .replaceFirst("^\\.", "");
    }

    /** The model gathers unknown fields in a map of additional properties; without its setter they are errors. */
    private static final class NoAnySetter extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }
}
