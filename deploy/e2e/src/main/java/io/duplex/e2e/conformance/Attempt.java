package io.duplex.e2e.conformance;

/** A request by chance, and how well it is meant. */
record Attempt(Kind kind, Message message) {
    enum Kind {
        /** All of it fits the document. */
        VALID,
        /** One thing about a valid request is wrong, or at least odd. */
        NEARLY,
        /** Nobody sends it who means well. */
        HOSTILE
    }
}
