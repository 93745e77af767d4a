package io.duplex.stubs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** What arrived over one channel, newest last; the oldest are forgotten when there are too many or they are too big. */
final class Inbox {
    private static final int MOST_ITEMS = 100_000;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Deque<Buffer> items = new ArrayDeque<>();
    private int bytes;

    synchronized void add(JsonObject item) {
        JsonObject stamped = new JsonObject()
                .put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .mergeIn(item);
        Buffer text = stamped.toBuffer();
        items.addLast(text);
        bytes += text.length();
        while (items.size() > MOST_ITEMS || bytes > MOST_BYTES) {
            bytes -= items.removeFirst().length();
        }
    }

    /** All items as the JSON object {@code {"items":[…]}}. */
    synchronized Buffer toJson() {
        Buffer json = Buffer.buffer(bytes + items.size() + 16).appendString("{\"items\":[");
        String separator = "";
        for (Buffer item : items) {
            json.appendString(separator).appendBuffer(item);
            separator = ",";
        }
        return json.appendString("]}");
    }

    synchronized void clear() {
        items.clear();
        bytes = 0;
    }
}
