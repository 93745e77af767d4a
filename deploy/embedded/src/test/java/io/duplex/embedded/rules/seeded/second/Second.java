package io.duplex.embedded.rules.seeded.second;

import io.duplex.embedded.rules.seeded.first.First;

/** One half of a circle. */
public record Second(First other) {}
