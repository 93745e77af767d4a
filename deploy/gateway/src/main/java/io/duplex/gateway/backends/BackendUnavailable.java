package io.duplex.gateway.backends;

/** No replica of a service took the connection; nothing of the request was sent. */
public final class BackendUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    BackendUnavailable(String backend, Throwable cause) {
        super(backend + " takes no connection: " + cause.getMessage(), cause);
    }
}
