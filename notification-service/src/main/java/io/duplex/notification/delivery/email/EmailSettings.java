package io.duplex.notification.delivery.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Optional;

/** How mail leaves the house. */
@ConfigMapping(prefix = "notification.email")
interface EmailSettings {
    /** Name and mailbox of the sender; its domain is a part of every Message-ID. */
    @WithDefault("Duplex <no-reply@duplex.example>")
    String from();

    String host();

    int port();

    Optional<String> username();

    Optional<String> password();

    /** TLS from the first byte. */
    boolean tls();

    /** DISABLED, OPTIONAL or REQUIRED. */
    StartTLSOptions startTls();
}
