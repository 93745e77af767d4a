package io.duplex.contracts.schema;

/**
 * Who must still understand whom when a schema replaces its released version. Events need both: while a release is rolled
 * out, old and new instances publish side by side; topics keep what was published for days, and consumers know only what
 * was released. Requests need only the first, answers only the second.
 */
public enum Direction {
    /** Data of the released schema must fit the current one: events already told, requests of today's clients. */
    BACKWARD("data of the released version no longer fits"),
    /** Data of the current schema must fit the released one: what consumers and clients of today will be given. */
    FORWARD("who knows the released version may not understand it");

    private final String consequence;

    Direction(String consequence) {
        this.consequence = consequence;
    }

    @Override
    public String toString() {
        return consequence;
    }
}
