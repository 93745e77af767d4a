package io.duplex.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that will go: each answer says since when it is deprecated (RFC 9745), when it goes (RFC 8594), and what to
 * use instead. Beside it stands {@code @Operation(deprecated = true)}, for the OpenAPI document.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Deprecation {
    /** A day, such as {@code 2026-11-21}. */
    String since();

    /** The day from which on it may be gone. */
    String sunset();

    /** Where to read what to do instead. */
    String link();
}
