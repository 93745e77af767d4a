package io.duplex.chassis.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, according to the bearer token. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The token's subject: for a customer, the customer's id. */
    public String subject() {
        return token.getSubject();
    }

    /** Whether the caller works here and may act for others. */
    public boolean isStaff() {
        return identity.hasRole(Roles.STAFF) || identity.hasRole(Roles.ADMIN);
    }

    /** Whether the caller may see what belongs to any customer. */
    public boolean mayReadAll() {
        return isStaff() || identity.hasRole(Roles.SERVICE);
    }
}
