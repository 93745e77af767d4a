package io.duplex.local;

/** The suite cannot be started as asked; the message tells a person why, and what to do about it. */
final class Refusal extends RuntimeException {
    Refusal(String message) {
        super(message);
    }
}
