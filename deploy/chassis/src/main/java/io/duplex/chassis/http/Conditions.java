package io.duplex.chassis.http;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13) on things that have a version: the ETag is {@code "<version>"}. */
public final class Conditions {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private Conditions() {}

    /** 200 with the thing and its ETag, or 304 when the caller has this version. */
    public static Response respond(long version, @Nullable String ifNoneMatch, Object view) {
        var tag = "\"" + version + "\"";
        var known = ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(candidate -> candidate.strip().replaceFirst("^W/", ""))
                        .anyMatch(candidate -> candidate.equals(tag) || candidate.equals("*"));
        return known
                ? Response.notModified().header("ETag", tag).build()
                : Response.ok(view, "application/json").header("ETag", tag).build();
    }

    /** The version that an {@code If-Match} insists on; empty without the header or for {@code *}. */
    public static Optional<Long> expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        var tag = ETAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of(412, "precondition-failed", "If-Match is no ETag of this resource.");
        }
        return Optional.of(Long.parseLong(tag.group(1)));
    }

    /** The version that an {@code If-Match} insists on; 428 without the header. */
    public static Optional<Long> requiredVersion(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "precondition-required", "This request needs an If-Match header.");
        }
        return expectedVersion(ifMatch);
    }
}
