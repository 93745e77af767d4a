package io.duplex.stubs;

import java.util.Arrays;
import java.util.Optional;

/** A way out of the suite, with an inbox at its end; each can be told to fail. */
enum Channel {
    EMAIL("email", "emails"),
    SMS("sms", "sms"),
    WEBHOOKS("webhooks", "webhooks"),
    ACCOUNTING("accounting", "accounting");

    private final String key;
    private final String inbox;

    Channel(String key, String inbox) {
        this.key = key;
        this.inbox = inbox;
    }

    /** Its name among the faults. */
    String key() {
        return key;
    }

    /** Its inbox's name in the path. */
    String inbox() {
        return inbox;
    }

    static Optional<Channel> ofKey(String key) {
        return Arrays.stream(values()).filter(c -> c.key.equals(key)).findFirst();
    }
}
