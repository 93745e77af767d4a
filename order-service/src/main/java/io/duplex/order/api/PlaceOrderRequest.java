package io.duplex.order.api;

import io.duplex.order.ShippingAddress;
import io.duplex.order.catalogue.Wanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a customer sends to order; prices are never a part of it. */
@Schema(
        examples =
                """
                {"customerId":"c-1001","lines":[{"sku":"CHAIR-OAK","quantity":2}],
                 "shippingAddress":{"name":"A. Buyer","street":"Main St 1","postalCode":"10115","city":"Berlin","country":"DE"},
                 "reference":"PO-7","expectedTotal":{"amount":"99.80","currency":"EUR"}}
                """)
record PlaceOrderRequest(
        @Nullable @Size(min = 1, max = 64) @Pattern(regexp = "[A-Za-z0-9._@-]+") String customerId,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines,
        @NotNull @Valid ShippingAddress shippingAddress,
        @Nullable @Size(max = 100) @Pattern(regexp = "[^\\u0000]*") String reference,
        @Nullable Money expectedTotal) {

    record Line(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String sku,
            @NotNull @Min(1) @Max(10_000) Integer quantity) {}

    /** Each SKU once, its quantities summed. */
    List<Wanted> wanted() {
        var wanted = new LinkedHashMap<String, Wanted>();
        for (var line = 0; line < lines.size(); line++) {
            var next = new Wanted(lines.get(line).sku(), lines.get(line).quantity(), line);
            wanted.merge(
                    next.sku(),
                    next,
                    (first, more) -> new Wanted(first.sku(), first.quantity() + more.quantity(), first.line()));
        }
        return List.copyOf(wanted.values());
    }
}
