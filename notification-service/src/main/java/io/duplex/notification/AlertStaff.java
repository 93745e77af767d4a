package io.duplex.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Transaction;
import io.duplex.notification.message.InventoryLow;
import io.duplex.notification.message.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes what the alert recipients are to be told: one row per fact and recipient, by the recipient's channel. */
@ApplicationScoped
public class AlertStaff {
    private static final String INSERT =
            """
            INSERT INTO notification (event_id, recipient, channel, template, sku, address, locale, fact, status, due_at)
            SELECT event_id, address, channel, $2, sku, address, locale, fact, 'PENDING', clock_timestamp()
              FROM unnest($1::uuid[], $3::text[], $4::text[]) AS heard (event_id, sku, fact)
             CROSS JOIN alert_recipient
             ORDER BY event_id, channel, address
            ON CONFLICT DO NOTHING
            """;

    private final ObjectMapper json;

    AlertStaff(ObjectMapper json) {
        this.json = json;
    }

    /** Writes the messages about some SKUs in the transaction that heard of them; a second time it changes nothing. */
    public Uni<Void> about(Transaction transaction, List<Received<InventoryLow>> facts) {
        return transaction
                .execute(
                        INSERT,
                        facts.stream().map(Received::id).toArray(UUID[]::new),
                        Template.INVENTORY_LOW.id(),
                        facts.stream().map(fact -> fact.data().sku()).toArray(String[]::new),
                        facts.stream().map(fact -> write(fact.data())).toArray(String[]::new))
                .replaceWithVoid();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }
}
