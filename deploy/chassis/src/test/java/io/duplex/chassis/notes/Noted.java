package io.duplex.chassis.notes;

import org.jspecify.annotations.Nullable;

/**
 * What the tests tell.
 *
 * @param poison whether the handler fails on it until it is {@link Notes#mend mended}
 */
public record Noted(int number, @Nullable Boolean poison) {}
