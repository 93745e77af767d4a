package io.duplex.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Transaction;
import io.duplex.notification.message.CustomerFact;
import io.duplex.notification.message.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Writes what customers are to be told: one row per fact and channel, whether it can be sent or not. It shares the
 * contacts' locks, so that an erasure finds every row that a contact has led to.
 */
@ApplicationScoped
public class NotifyCustomers {
    private static final String INSERT =
            """
            WITH fact AS (
              SELECT * FROM json_to_recordset($1::text::json)
                   AS (event_id uuid, order_id uuid, customer_id text, fact text)),
            addressee AS MATERIALIZED (
              SELECT * FROM contact WHERE customer_id IN (SELECT customer_id FROM fact)
               ORDER BY customer_id COLLATE "C" FOR SHARE),
            message AS (
              SELECT fact.*, channel, coalesce(locale, 'en') AS locale,
                     CASE channel WHEN 'EMAIL' THEN email ELSE phone END AS address,
                     CASE WHEN addressee.customer_id IS NULL THEN 'no-contact'
                          WHEN channel = 'EMAIL' AND email IS NULL THEN 'no-email-address'
                          WHEN channel = 'SMS' AND phone IS NULL THEN 'no-phone-number'
                          WHEN NOT $4 AND NOT CASE channel WHEN 'EMAIL' THEN wants_email ELSE wants_sms END
                          THEN 'opted-out' END AS reason
                FROM fact CROSS JOIN unnest($3::text[]) AS channel LEFT JOIN addressee USING (customer_id))
            INSERT INTO notification (event_id, recipient, channel, template, order_id, customer_id, address, locale,
                                      fact, status, reason, due_at)
            SELECT event_id, customer_id, channel, $2, order_id, customer_id,
                   CASE WHEN reason IS NULL THEN address END, locale, fact,
                   CASE WHEN reason IS NULL THEN 'PENDING' ELSE 'SKIPPED' END, reason,
                   CASE WHEN reason IS NULL THEN clock_timestamp() END
              FROM message ORDER BY event_id, channel
            ON CONFLICT DO NOTHING
            """;

    private final ObjectMapper json;

    NotifyCustomers(ObjectMapper json) {
        this.json = json;
    }

    /** Writes the messages about some facts in the transaction that heard them; a second time it changes nothing. */
    public <T extends CustomerFact> Uni<Void> about(
            Transaction transaction, Template template, List<Received<T>> facts) {
        return transaction
                .execute(
                        INSERT,
                        write(facts.stream().map(this::row).toList()),
                        template.id(),
                        channels(template),
                        template.legal())
                .replaceWithVoid();
    }

    /** A row of the statement's parameter. */
    private record Row(UUID event_id, UUID order_id, String customer_id, String fact) {}

    private Row row(Received<? extends CustomerFact> heard) {
        var fact = heard.data();
        return new Row(heard.id(), fact.orderId(), fact.customerId(), write(fact));
    }

    private static String[] channels(Template template) {
        return template.channels().stream().map(Channel::name).toArray(String[]::new);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }
}
