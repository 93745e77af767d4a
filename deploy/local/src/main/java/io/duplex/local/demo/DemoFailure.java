package io.duplex.local.demo;

/** The demo cannot go on; the message says at which call and why. */
public final class DemoFailure extends RuntimeException {
    DemoFailure(String message) {
        super(message);
    }
}
