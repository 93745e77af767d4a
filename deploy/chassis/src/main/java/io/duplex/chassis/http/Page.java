package io.duplex.chassis.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, by keyset: stable while rows are inserted, and as cheap at the end as at the start.
 *
 * @param items the page's items
 * @param page how to go on
 */
public record Page<T>(List<T> items, Link page) {

    /**
     * How to go on.
     *
     * @param limit how many items a page has at most
     * @param next the cursor of the next page; null on the last
     */
    public record Link(int limit, @Nullable String next) {}

    /** The page of a result that was read with {@code limit + 1}, so that the last page is known without a count. */
    public static <R, T> Page<T> of(List<R> found, int limit, Function<R, String> position, Function<R, T> view) {
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit ? encode(position.apply(items.get(limit - 1))) : null;
        return new Page<>(items.stream().map(view).toList(), new Link(limit, next));
    }

    /** 200 with the page and, where there is a next one, its {@code Link} (RFC 8288). */
    public Response response(UriInfo request) {
        var response = Response.ok(this, "application/json");
        if (page.next() != null) {
            var next = request.getRequestUriBuilder()
                    .replaceQueryParam("after", page.next())
                    .build();
            response.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }

    /** The position that a cursor stands for; null for the first page, 400 when it is not one of ours. */
    public static @Nullable String position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw invalidCursor();
        }
    }

    /** The refusal of a cursor that is not one of ours. */
    public static Problem invalidCursor() {
        return Problem.badRequest("invalid-parameter", "after is not a cursor of this list.");
    }

    private static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }
}
