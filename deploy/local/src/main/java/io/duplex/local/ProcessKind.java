package io.duplex.local;

/** The kinds of process, in the order in which they are started; they are stopped the other way round. */
enum ProcessKind {
    /** Waits for its clients on SIGTERM, so it gets SIGINT: a fast shutdown that rolls back and disconnects. */
    POSTGRESQL("INT"),
    KAFKA("TERM"),
    STUBS("TERM"),
    SERVICE("TERM"),
    GATEWAY("TERM");

    private final String stopSignal;

    ProcessKind(String stopSignal) {
        this.stopSignal = stopSignal;
    }

    /** The signal that asks a process of this kind to stop in an orderly way. */
    String stopSignal() {
        return stopSignal;
    }
}
