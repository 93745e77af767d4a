package io.duplex.gateway.routes;

import java.util.regex.Pattern;

/**
 * A path that gateway and service cannot read differently. No dot segments, empty elements, path parameters, or encoded
 * separators, dots and control characters: behind a route that looks harmless they could lead a service to a path that
 * has no route.
 */
final class CanonicalPath {
    private static final Pattern WELL_FORMED = Pattern.compile(
            "/(?:(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+/)*+(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*+");
    private static final Pattern AMBIGUOUS =
            Pattern.compile("/\\.{1,2}(?:/|$)|%2[EeFf]|%5[Cc]|%[01][0-9A-Fa-f]|%7[Ff]");

    private CanonicalPath() {}

    static boolean is(String path) {
        return WELL_FORMED.matcher(path).matches() && !AMBIGUOUS.matcher(path).find();
    }
}
