package io.duplex.embedded.rules.seeded.util;

/** A name that says nothing. */
class StringUtils {}
