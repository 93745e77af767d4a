package io.duplex.inventory.seeded.second;

import io.duplex.inventory.seeded.first.First;

/** One half of a circle. */
public record Second(First other) {}
