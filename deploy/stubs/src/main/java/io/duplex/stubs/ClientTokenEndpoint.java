package io.duplex.stubs;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Gives services their own tokens, of role {@code service}: OAuth 2 client credentials (RFC 6749, section 4.4). */
final class ClientTokenEndpoint {
    private static final int ONE_HOUR = 3600;

    private final TokenEndpoint tokens;
    private final Clients clients;

    ClientTokenEndpoint(TokenEndpoint tokens, Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    void issue(RoutingContext context) {
        Optional<String> client = clients.authenticated(context.request().getHeader("Authorization"));
        if (client.isEmpty()) {
            context.response().putHeader("WWW-Authenticate", "Basic realm=\"duplex\"");
            refuse(context, 401, "invalid_client");
        } else if (!"client_credentials".equals(context.request().getFormAttribute("grant_type"))) {
            refuse(context, 400, "unsupported_grant_type");
        } else {
            tokens.give(
                    context,
                    new Issuer.Claims(Issuer.NAME, Issuer.AUDIENCE, client.get(), List.of("service")),
                    ONE_HOUR);
        }
    }

    /** As RFC 6749, section 5.2 has it: what OAuth clients understand, which problem details are not. */
    private static void refuse(RoutingContext context, int status, String error) {
        context.response().setStatusCode(status).putHeader("Cache-Control", "no-store");
        context.json(new JsonObject().put("error", error));
    }
}
