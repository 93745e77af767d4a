package io.duplex.gateway.routes;

import java.util.regex.Pattern;

/** Which paths a route takes; the types are those of {@code HTTPPathMatch}. */
sealed interface PathRule {

    boolean matches(String path);

    /** The rule as the file states it; of two rules of a type the longer one precedes. */
    String value();

    /** Exact before regular expression before prefix, as Envoy Gateway orders them. */
    int rank();

    /** The path itself, case-sensitive. */
    record Exact(String value) implements PathRule {
        @Override
        public boolean matches(String path) {
            return path.equals(value);
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    /** A pattern that the whole path must match. */
    record Regex(Pattern pattern) implements PathRule {
        @Override
        public boolean matches(String path) {
            return pattern.matcher(path).matches();
        }

        @Override
        public String value() {
            return pattern.pattern();
        }

        @Override
        public int rank() {
            return 1;
        }
    }

    /** Whole path elements: {@code /a} takes {@code /a} and {@code /a/b}, not {@code /ab}. */
    record Prefix(String value) implements PathRule {
        @Override
        public boolean matches(String path) {
            String elements = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            return path.startsWith(elements)
                    && (path.length() == elements.length() || path.charAt(elements.length()) == '/');
        }

        @Override
        public int rank() {
            return 2;
        }
    }
}
