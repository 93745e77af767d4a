package io.duplex.notification.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** How a customer is reached. This is the only place that knows; erasing it leaves no copy anywhere. */
@Entity
public class Contact {
    @Id
    @Column(name = "customer_id")
    public String customerId;

    public @Nullable String email;
    public @Nullable String phone;
    public String locale;

    @Column(name = "wants_email")
    public boolean wantsEmail;

    @Column(name = "wants_sms")
    public boolean wantsSms;

    public long version;
}
