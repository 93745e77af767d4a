package io.duplex.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Where a part of a document names a component: by {@code $ref}, by a discriminator's mapping, or as the scheme of a
 * security requirement. A component is named as in {@code schemas/Money}.
 */
final class References {
    private static final String COMPONENTS = "#/components/";
    private static final String SCHEMES = "securitySchemes/";

    private References() {}

    /** The components that this part names. */
    static Set<String> in(JsonNode part) {
        Set<String> found = new TreeSet<>();
        rename(part.deepCopy(), name -> {
            found.add(name);
            return name;
        });
        return found;
    }

    /** Names other components in their stead, in the part itself. */
    static void rename(JsonNode part, UnaryOperator<String> names) {
        if (part instanceof ObjectNode object) {
            renameIn(object, names);
        }
        part.forEach(element -> rename(element, names));
    }

    private static void renameIn(ObjectNode object, UnaryOperator<String> names) {
        if (object.has("$ref")) {
            object.replace("$ref", renamed(object.path("$ref"), names));
        }
        if (object.get("mapping") instanceof ObjectNode mapping) {
            for (String value : namesOf(mapping)) {
                mapping.replace(value, renamed(mapping.path(value), names));
            }
        }
        if (object.get("security") instanceof ArrayNode security) {
            security.forEach(requirement -> renameSchemes(requirement, names));
        }
    }

    private static JsonNode renamed(JsonNode reference, UnaryOperator<String> names) {
        String text = reference.asText();
        if (!reference.isTextual() || !text.startsWith(COMPONENTS)) {
            return reference;
        }
        String[] steps = text.substring(COMPONENTS.length()).split("/", 3);
        if (steps.length < 2) {
            return reference;
        }
        String deeper = steps.length == 3 ? "/" + steps[2] : "";
        return TextNode.valueOf(COMPONENTS + names.apply(steps[0] + "/" + steps[1]) + deeper);
    }

    private static void renameSchemes(JsonNode requirement, UnaryOperator<String> names) {
        if (requirement instanceof ObjectNode object) {
            for (String scheme : namesOf(object)) {
                object.set(names.apply(SCHEMES + scheme).substring(SCHEMES.length()), object.remove(scheme));
            }
        }
    }

    /** A copy, since what follows changes the object. */
    private static List<String> namesOf(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
