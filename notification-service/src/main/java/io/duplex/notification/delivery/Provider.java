package io.duplex.notification.delivery;

import io.duplex.notification.Channel;
import io.duplex.notification.message.Message;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Somebody who carries messages of one channel. */
public interface Provider {
    Channel channel();

    /**
     * Hands a message over; the item arrives when the provider has taken responsibility for it.
     *
     * @param key the same for every attempt of one notification
     */
    Uni<Void> send(UUID key, String address, Message message);

    /** What went wrong, in a few words without personal data. */
    String explain(Throwable failure);
}
