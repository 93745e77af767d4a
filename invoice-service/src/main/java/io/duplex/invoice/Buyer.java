package io.duplex.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who is billed, as known when the document was made: without a billing profile, a customer number in a country. */
@Entity
@Immutable
@Table(name = "buyer")
public class Buyer {
    @Id
    UUID id;

    @Column(name = "customer_number")
    String customerNumber;

    String country;

    protected Buyer() {}

    public String customerNumber() {
        return customerNumber;
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return country;
    }
}
