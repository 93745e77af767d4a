package io.duplex.inventory;

import io.duplex.chassis.http.Page;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SKUs as they come in a path or a cursor. */
public final class Skus {
    private static final Pattern SYNTAX = Pattern.compile(Sku.SYNTAX);

    private Skus() {}

    /** The text, when it can be a SKU; what cannot be one is unknown without a look. */
    public static Optional<String> parse(String text) {
        return Optional.of(text).filter(candidate -> SYNTAX.matcher(candidate).matches());
    }

    /** The SKU after which a page starts, the empty one for the first; 400 when the cursor is not one of ours. */
    public static String fromCursor(@Nullable String cursor) {
        var position = Page.position(cursor);
        return position == null ? "" : parse(position).orElseThrow(Page::invalidCursor);
    }
}
