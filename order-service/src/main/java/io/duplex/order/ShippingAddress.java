package io.duplex.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where an order goes: personal data, which never leaves this service in an event. */
@Embeddable
public record ShippingAddress(
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = PLAIN) String name,
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = PLAIN) String street,
        @NotNull @Size(min = 1, max = 20) @Pattern(regexp = PLAIN) @Column(name = "postal_code") String postalCode,
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = PLAIN) String city,
        @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

    private static final String PLAIN = "[^\\u0000]*[^\\s\\u0000][^\\u0000]*";
}
