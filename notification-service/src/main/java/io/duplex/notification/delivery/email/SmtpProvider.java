package io.duplex.notification.delivery.email;

import io.duplex.notification.Channel;
import io.duplex.notification.delivery.DeliverySettings;
import io.duplex.notification.delivery.Provider;
import io.duplex.notification.message.Message;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Sends mail by the client that Quarkus' mailer uses, too, but with a limit on silence, which the mailer has no setting
 * for: a server that hangs would keep its connections for ever, and with them the channel.
 */
@ApplicationScoped
class SmtpProvider implements Provider {
    private final EmailSettings settings;
    private final MailClient client;

    SmtpProvider(Vertx vertx, EmailSettings settings, DeliverySettings deliveries) {
        this.settings = settings;
        this.client = MailClient.create(vertx, config(settings, deliveries));
    }

    private static MailConfig config(EmailSettings settings, DeliverySettings deliveries) {
        var timeout = Math.toIntExact(deliveries.timeout().toMillis());
        var config = new MailConfig()
                .setHostname(settings.host())
                .setPort(settings.port())
                .setSsl(settings.tls())
                .setStarttls(settings.startTls())
                .setMaxPoolSize(2 * deliveries.concurrency());
        config.setConnectTimeout(timeout).setIdleTimeout(timeout).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        settings.username().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        return config;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Uni<Void> send(UUID key, String address, Message message) {
        var mail = new MailMessage(settings.from(), address, message.subject(), message.text())
                .setHtml(message.html())
                .setHeaders(MultiMap.caseInsensitiveMultiMap().add("Message-ID", "<" + key + "@" + domain() + ">"));
        return client.sendMail(mail).replaceWithVoid();
    }

    @Override
    public String explain(Throwable failure) {
        if (failure instanceof SMTPException refused && refused.getReplyCode() > 0) {
            return "SMTP " + refused.getReplyCode();
        }
        if (failure instanceof TimeoutException) {
            return "no answer in time";
        }
        return failure instanceof ConnectException ? "no connection" : "the connection broke";
    }

    private String domain() {
        return settings.from().replaceFirst(".*@", "").replace(">", "");
    }
}
