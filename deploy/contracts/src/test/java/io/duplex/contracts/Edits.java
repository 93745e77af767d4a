package io.duplex.contracts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.contracts.suite.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small changes to documents, as a developer might make them. */
public final class Edits {
    private Edits() {}

    /** The document with a value set at a pointer, which must lead into an object or an array's element. */
    public static JsonNode set(JsonNode document, String pointer, String json) {
        JsonNode copy = document.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), Documents.parse(json));
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), Documents.parse(json));
        }
        return copy;
    }

    /** The document without what is at a pointer; it must have been there. */
    public static JsonNode without(JsonNode document, String pointer) {
        JsonNode copy = document.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        JsonNode removed = parent instanceof ObjectNode object
                ? object.remove(place.last().getMatchingProperty())
                : ((ArrayNode) parent).remove(place.last().getMatchingIndex());
        if (removed == null) {
            throw new IllegalArgumentException("Nothing at " + pointer);
        }
        return copy;
    }

    /** Copies a folder with all that lies in it into another. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
    }

    /** Sets or removes what is at a pointer into a file; without a pointer, all that it contains. */
    static void change(Path file, @Nullable String pointer, @Nullable String value) {
        try {
            if (pointer == null && value == null) {
                Files.delete(file);
            } else if (pointer == null) {
                Files.writeString(file, value);
            } else {
                JsonNode document = Documents.read(file);
                JsonNode changed = value == null ? without(document, pointer) : set(document, pointer, value);
                Files.writeString(file, changed.toString());
            }
        } catch (IOException notChanged) {
            throw new UncheckedIOException(notChanged);
        }
    }
}
