package io.duplex.local.replay;

/** In whose name a request is sent. */
record Caller(String subject, String role) {
    /** The clerk who keeps products, prices and stock. */
    static final Caller STAFF = new Caller("replay", "staff");

    static Caller customer(String id) {
        return new Caller(id, "customer");
    }
}
