package io.duplex.embedded.rules.seeded.first;

import io.duplex.embedded.rules.seeded.second.Second;

/** One half of a circle. */
public record First(Second other) {}
