package io.duplex.notification.delivery.sms;

import io.duplex.notification.Channel;
import io.duplex.notification.delivery.Provider;
import io.duplex.notification.message.Message;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends text messages; only an answer of 2xx means that one was taken. */
@ApplicationScoped
class SmsProvider implements Provider {
    private final SmsApi provider;

    SmsProvider(@RestClient SmsApi provider) {
        this.provider = provider;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Uni<Void> send(UUID key, String address, Message message) {
        return provider.send(key.toString(), new SmsApi.TextMessage(address, message.text()))
                .invoke(SmsProvider::requireTaken)
                .replaceWithVoid();
    }

    private static void requireTaken(RestResponse<Void> answer) {
        if (answer.getStatus() / 100 != 2) {
            throw new SmsRefused(answer.getStatus());
        }
    }

    @Override
    public String explain(Throwable failure) {
        if (failure instanceof SmsRefused refused) {
            return String.valueOf(refused.getMessage());
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
                return "no answer in time";
            }
            if (cause instanceof ConnectException) {
                return "no connection";
            }
        }
        return "the connection broke";
    }
}
