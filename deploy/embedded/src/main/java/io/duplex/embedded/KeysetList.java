package io.duplex.embedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list of a service that is read page by page, newest first, while rows are written.
 *
 * @param statements of the service whose list it is
 */
public record KeysetList(StatementCounts statements, Reader reader, Writer writer) {
    /** No id is written twice, whichever list it is for. */
    private static final AtomicLong TAKEN = new AtomicLong(1);

    private static final int MOST_ROWS = 40;
    private static final int MOST_ON_A_PAGE = 12;
    private static final int MOST_MEANWHILE = 5;

    /** Reads one page. */
    @FunctionalInterface
    public interface Reader {
        /** The page after a cursor, or the first. */
        Page page(int limit, @Nullable String after);
    }

    /**
     * What a client has of a page.
     *
     * @param ids of its items, in their order
     * @param next the cursor of the next page; null on the last
     */
    public record Page(List<String> ids, @Nullable String next) {}

    /** Writes rows. */
    @FunctionalInterface
    public interface Writer {
        /** Writes rows with the ids {@code 01990000-0000-7000-8000-} and a number in hexadecimal, from one to another. */
        void write(long from, long to);
    }

    /**
     * What differs between the rows that were there at first and those that a client was shown who read on while others
     * came in: nothing, if pages are stable.
     */
    public String differenceWhileOthersComeIn(Random random) {
        List<String> first = write(1 + random.nextInt(MOST_ROWS));
        int limit = 1 + random.nextInt(MOST_ON_A_PAGE);
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page page = reader.page(limit, after);
            seen.addAll(page.ids());
            after = page.next();
            write(random.nextInt(MOST_MEANWHILE));
        } while (after != null);
        return seen.equals(first) ? "" : "expected " + first + ", seen " + seen;
    }

    /** Writes so many new rows; their ids, newest first. */
    public List<String> write(int count) {
        long from = TAKEN.getAndAdd(count);
        writer.write(from, from + count - 1);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "01990000-0000-7000-8000-%012x".formatted(from + count - number))
                .toList();
    }

    /** How many blocks the service's ordered queries read for a page after a row, or for the first page. */
    public long blocksAfter(@Nullable String id, int limit) {
        String after = id == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        reader.page(limit, after);
        statements.reset();
        int found = reader.page(limit, after).ids().size();
        if (found != limit) {
            throw new IllegalStateException(found + " of " + limit + " rows on the page after " + id);
        }
        return statements.blocks("order by");
    }
}
