package io.duplex.e2e.conformance;

import java.util.List;
import java.util.stream.Stream;

/** The rows of the table "Bad input and the exact answer" that hold for any operation, by what they are called here. */
enum BadInput {
    EMPTY("empty", true),
    NULL("null", true),
    TRUNCATED("cut", true),
    TRAILING("trail", true),
    DUPLICATE("twice", true),
    UNKNOWN_FIELD("unkn", true),
    WRONG_TYPE("type", true),
    MISSING_FIELD("miss", true),
    OUT_OF_BOUNDS("bound", true),
    WRONG_PATTERN("patt", true),
    NUL("nul", true),
    KEY("key", true),
    ID("id", true),
    QUERY("query", true),
    CONTENT_TYPE("415", true),
    ACCEPT("406", true),
    LARGE_BODY("413", true),
    METHOD("405", false),
    LONG_URI("414", true),
    LARGE_HEADERS("431", true),
    UNKNOWN_PATH("404", false);

    private final String title;
    private final boolean isOperations;

    BadInput(String title, boolean isOperations) {
        this.title = title;
        this.isOperations = isOperations;
    }

    String title() {
        return title;
    }

    /** Whether the operation itself answers, so that its document tells of it: it is found, and its limits are kept. */
    boolean isOperations() {
        return isOperations;
    }

    static List<String> titles() {
        return Stream.of(values()).map(BadInput::title).toList();
    }
}
