package io.duplex.chassis.security;

/** The roles that a token may carry. {@code admin} may do what {@code staff} may. */
public final class Roles {
    public static final String CUSTOMER = "customer";
    public static final String STAFF = "staff";
    public static final String ADMIN = "admin";
    public static final String SERVICE = "service";

    private Roles() {}
}
