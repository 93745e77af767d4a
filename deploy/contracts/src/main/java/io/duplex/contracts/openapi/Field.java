package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in data that a schema describes.
 *
 * @param pointer a JSON pointer in which {@code *} stands for every element; empty for the whole
 * @param shape the schema there, its references and parts put together
 * @param required whether it must be there
 */
public record Field(String pointer, JsonNode shape, boolean required) {
    private static final int DEEPEST = 8;

    /** The whole and all that lies in it; what contains itself is followed for some levels only. */
    public static List<Field> of(Api api, JsonNode schema) {
        List<Field> found = new ArrayList<>();
        collect(api, schema, new Place("", true), found);
        return found;
    }

    private static void collect(Api api, JsonNode schema, Place place, List<Field> found) {
        for (JsonNode shape : api.alternatives(schema)) {
            found.add(new Field(place.pointer(), shape, place.required()));
            if (place.depth() < DEEPEST) {
                shape.path("properties").properties().forEach(property -> {
                    boolean required = isRequired(shape, property.getKey());
                    collect(api, property.getValue(), place.in(property.getKey(), required), found);
                });
                if (shape.has("items")) {
                    collect(api, shape.get("items"), place.in("*", true), found);
                }
            }
        }
    }

    private static boolean isRequired(JsonNode shape, String name) {
        for (JsonNode one : shape.path("required")) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether data of this JSON type is permitted here. */
    public boolean isOf(String type) {
        JsonNode permitted = shape.path("type");
        if (permitted.isTextual()) {
            return permitted.asText().equals(type);
        }
        for (JsonNode one : permitted) {
            if (one.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** Its own name; empty for the whole. */
    public String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private record Place(String pointer, boolean required) {
        long depth() {
            return pointer.chars().filter(sign -> sign == '/').count();
        }

        Place in(String name, boolean needed) {
            return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), needed);
        }
    }
}
