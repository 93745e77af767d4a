package io.duplex.gateway.manifests;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file with one manifest, read strictly: an unknown or doubled field is refused, and so is what its reader
 * {@link #check checks}. Each refusal is a {@link BadManifest} that names this file and the field.
 */
public final class ManifestFile {
    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .annotationIntrospector(new NoAnySetter())
            .build();

    private final Path path;

    private ManifestFile(Path path) {
        this.path = path;
    }

    /** The {@code *.yaml} files of a folder, in the order of their names; there must be one. */
    public static Stream<ManifestFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            var found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new BadManifest(folder + ": holds no *.yaml file");
            }
            return found.stream().map(ManifestFile::new);
        } catch (IOException unreadable) {
            throw new BadManifest(folder + ": is no readable folder");
        }
    }

    /** The whole document; null where the file holds nothing but a null. */
    public <T> T as(Class<T> type) {
        return strictly("", () -> STRICT.readValue(path.toFile(), type));
    }

    /** A part of the document, which stands in this field. */
    public <T> T part(JsonNode part, String field, Class<T> type) {
        return strictly(field + ".", () -> STRICT.treeToValue(part, type));
    }

    /** The value, which must be there. */
    public <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw bad(field, "is missing");
        }
        return value;
    }

    /** The list, which must have an element. */
    public <T> List<T> given(@Nullable List<T> values, String field) {
        check(values != null && !values.isEmpty(), field, "is missing");
        return present(values, field);
    }

    /** The duration, which must be there, such as {@code 10s}. */
    public Duration duration(@Nullable String value, String field) {
        return GatewayDuration.parse(present(value, field)).orElseThrow(() -> bad(field, "is no duration such as 10s"));
    }

    /** The regular expression. */
    public Pattern pattern(String value, String field) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException malformed) {
            throw bad(field, "is no regular expression: " + malformed.getDescription());
        }
    }

    /** Refuses what would have to be ignored. */
    public void unsupported(@Nullable Collection<?> values, String field) {
        check(values == null || values.isEmpty(), field, "is not supported");
    }

    /** Refuses the file unless the condition holds. */
    public void check(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw bad(field, otherwise);
        }
    }

    /** What to throw about a field. */
    public BadManifest bad(String field, String what) {
        return new BadManifest(path + ": " + field + " " + what);
    }

    private <T> T strictly(String at, Reading<T> reading) {
        try {
            return reading.get();
        } catch (JsonMappingException malformed) {
            throw bad(at + field(malformed.getPath()) + ":", malformed.getOriginalMessage());
        } catch (JacksonException malformed) {
            throw new BadManifest(path + ": " + malformed.getMessage());
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

    private interface Reading<T> {
        T get() throws IOException;
    }

    /** The models gather unknown fields in a map of additional properties; without its setter they are errors. */
    private static final class NoAnySetter extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }
}
