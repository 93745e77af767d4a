package io.duplex.gateway.pages;

import java.util.List;
import java.util.Map;

/** The pages by their paths; where there are several of a path, they are variants of one thing. */
public record Pages(Map<String, List<Page>> byPath) {
    public static final Pages NONE = new Pages(Map.of());

    /** The variants that this path names, the preferred one first; none where it names no page. */
    public List<Page> at(String path) {
        return byPath.getOrDefault(path, List.of());
    }
}
