package io.duplex.notification.alert;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.notification.Channel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** The one list of alert recipients; it is read and replaced as a whole. */
@ApplicationScoped
public class AlertRecipients {
    private static final String LIST = "SELECT channel, address, locale FROM alert_recipient ORDER BY channel, address";
    private static final String INSERT =
            """
            INSERT INTO alert_recipient (channel, address, locale)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING
            """;

    private final Database database;

    AlertRecipients(Database database) {
        this.database = database;
    }

    /** All recipients. */
    public Uni<List<AlertRecipient>> all() {
        return database.execute(LIST)
                .map(rows -> Rows.list(
                        rows,
                        row -> new AlertRecipient(
                                Channel.valueOf(row.getString("channel")),
                                row.getString("address"),
                                row.getString("locale"))));
    }

    /** Replaces the list; of two that replace it at a time, one comes after the other. */
    public Uni<Void> replace(List<AlertRecipient> recipients) {
        return database.transaction(transaction -> transaction
                .execute("LOCK TABLE alert_recipient IN SHARE ROW EXCLUSIVE MODE")
                .chain(() -> transaction.execute("DELETE FROM alert_recipient"))
                .chain(() -> insert(transaction, recipients)));
    }

    private static Uni<Void> insert(Transaction transaction, List<AlertRecipient> recipients) {
        return transaction
                .execute(
                        INSERT,
                        column(recipients, recipient -> recipient.channel().name()),
                        column(recipients, AlertRecipient::address),
                        column(recipients, AlertRecipient::locale))
                .replaceWithVoid();
    }

    private static String[] column(List<AlertRecipient> recipients, Function<AlertRecipient, String> field) {
        return recipients.stream().map(field).toArray(String[]::new);
    }
}
