package io.duplex.contracts.schema;

/**
 * A change that breaks somebody.
 *
 * @param direction whom
 * @param field where in the data, as a JSON pointer in which {@code *} stands for every element; empty for the whole
 * @param change what was changed
 */
public record Break(Direction direction, String field, String change) {
    @Override
    public String toString() {
        return (field.isEmpty() ? "the whole" : field) + ": " + change + " (" + direction + ")";
    }
}
