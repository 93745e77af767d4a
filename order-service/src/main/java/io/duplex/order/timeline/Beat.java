package io.duplex.order.timeline;

/** What who follows an order hears. */
public sealed interface Beat {
    /** A fact, and how far the listener has come with it. */
    record Told(Cursor cursor, Fact fact) implements Beat {}

    /** Nothing has happened, and the stream is alive. */
    record Silence() implements Beat {}

    /** Nothing will happen any more. */
    record End() implements Beat {}
}
