package io.duplex.order.api;

import io.duplex.chassis.security.Roles;
import io.duplex.order.EraseAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this service knows of a customer's whereabouts. */
@Tag(name = "Orders")
@Path("/v1/orders/customers/{customerId}/addresses")
@RolesAllowed(Roles.ADMIN)
public class CustomerAddressesResource {
    /** Nobody else can have ordered, and nobody has another id. */
    private static final Pattern CUSTOMER_ID = Pattern.compile("[^\\x00]{1,255}");

    private final EraseAddresses eraseAddresses;

    CustomerAddressesResource(EraseAddresses eraseAddresses) {
        this.eraseAddresses = eraseAddresses;
    }

    @DELETE
    @Extension(name = "x-problems", value = "404 customer-not-found")
    @Operation(
            operationId = "eraseAddresses",
            summary = "Erase the addresses of a customer's ended orders",
            description = "Orders that have not ended keep theirs: erase again when they have. The country stays.")
    public Uni<Void> erase(String customerId) {
        if (!CUSTOMER_ID.matcher(customerId).matches()) {
            throw EraseAddresses.unknownCustomer();
        }
        return eraseAddresses.of(customerId);
    }
}
