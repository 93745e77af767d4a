package io.duplex.gateway.routes;

/** A route file that cannot be served as it stands; the message names the file and the field. */
public final class BadRouteFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadRouteFile(String message) {
        super(message);
    }
}
