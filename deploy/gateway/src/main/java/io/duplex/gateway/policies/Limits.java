package io.duplex.gateway.policies;

/** The largest request that is passed on, in bytes: the request target, all headers together, the body. */
public record Limits(int uri, int headers, long body) {
    /** What the API promises. */
    public static final Limits PROMISED = new Limits(4 * 1024, 8 * 1024, 64 * 1024);

    Limits withBody(long bytes) {
        return new Limits(uri, headers, bytes);
    }
}
