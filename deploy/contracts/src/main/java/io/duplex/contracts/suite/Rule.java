package io.duplex.contracts.suite;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that the contracts of every service keep.
 *
 * @param name the rule as a fact
 * @param violations where a service breaks it, a sentence each that names file and place; none when all is well
 */
public record Rule(String name, Function<Service, Stream<String>> violations) {}
