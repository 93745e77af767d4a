package io.duplex.inventory.seeded.first;

import io.duplex.inventory.seeded.second.Second;

/** One half of a circle. */
public record First(Second other) {}
