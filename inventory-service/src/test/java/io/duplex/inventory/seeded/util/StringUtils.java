package io.duplex.inventory.seeded.util;

/** A name that says nothing. */
class StringUtils {}
