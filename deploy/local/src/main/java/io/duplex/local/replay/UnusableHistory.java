package io.duplex.local.replay;

/** The file as a whole cannot be replayed, for example because a column is missing; the message is for its owner. */
final class UnusableHistory extends RuntimeException {
    UnusableHistory(String message) {
        super(message);
    }
}
