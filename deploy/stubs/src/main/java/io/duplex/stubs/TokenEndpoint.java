package io.duplex.stubs;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import org.jose4j.lang.JoseException;

/** Gives anybody any token: a stand-in for a sign-in, for the local stack and tests only. */
final class TokenEndpoint {
    private static final Set<String> ROLES = Set.of("customer", "staff", "admin", "service");
    private static final int ONE_HOUR = 3600;
    private static final int ONE_DAY = 86_400;
    private static final int THIRTY_DAYS = 30 * ONE_DAY;

    private final Issuer issuer;

    TokenEndpoint(Issuer issuer) {
        this.issuer = issuer;
    }

    void issue(RoutingContext context) {
        Fields wanted = Fields.ofBody(context).only("subject", "roles", "expiresIn", "issuer", "audience");
        int seconds = wanted.integer("expiresIn", ONE_HOUR, -ONE_DAY, THIRTY_DAYS);
        Issuer.Claims claims = new Issuer.Claims(
                wanted.text("issuer", 255, Issuer.NAME),
                wanted.text("audience", 255, Issuer.AUDIENCE),
                wanted.text("subject", 255),
                known(wanted.texts("roles")));
        give(context, claims, seconds);
    }

    /** Answers with a token, as OAuth 2 has it (RFC 6749, section 5.1). */
    void give(RoutingContext context, Issuer.Claims claims, int seconds) {
        String token = token(claims, seconds);
        context.response().putHeader("Cache-Control", "no-store");
        context.json(new JsonObject()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", seconds));
    }

    void keys(RoutingContext context) {
        context.response().putHeader("Content-Type", "application/json").end(issuer.keys());
    }

    private static List<String> known(List<String> roles) {
        if (!ROLES.containsAll(roles)) {
            throw Problem.badInput("unknown-role", "The roles are customer, staff, admin and service.");
        }
        return roles;
    }

    private String token(Issuer.Claims claims, int seconds) {
        try {
            return issuer.token(claims, seconds);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
