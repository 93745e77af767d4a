package io.duplex.notification.delivery;

import io.duplex.notification.Channel;
import io.duplex.notification.message.Message;
import io.duplex.notification.message.Messages;
import io.duplex.notification.message.Template;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification that this process has claimed.
 *
 * @param id also the key by which the provider recognises a repeated attempt
 * @param attempt which attempt this is, the first being 1
 */
record Delivery(
        UUID id,
        int attempt,
        long version,
        UUID eventId,
        @Nullable UUID orderId,
        @Nullable String sku,
        @Nullable String customerId,
        Channel channel,
        Template template,
        String locale,
        String address,
        String fact) {

    static Delivery from(Row row) {
        return new Delivery(
                row.getUUID("id"),
                row.getInteger("attempts"),
                row.getLong("version"),
                row.getUUID("event_id"),
                row.getUUID("order_id"),
                row.getString("sku"),
                row.getString("customer_id"),
                Channel.valueOf(row.getString("channel")),
                Template.of(row.getString("template")),
                row.getString("locale"),
                row.getString("address"),
                row.getString("fact"));
    }

    Message words(Messages messages) {
        return messages.render(template, channel, locale, fact);
    }
}
