package io.duplex.inventory.shipment;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Bounds how long the issuer is waited for. All who need a token wait for the same request: without a bound, one that is
 * never answered would leave the process without a token until it ends.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class PromptTokens implements OidcRequestFilter {
    private static final long MILLIS = 2_000;

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(MILLIS);
        return Uni.createFrom().voidItem();
    }
}
