package io.duplex.chassis.sql;

import io.duplex.chassis.events.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open transaction: one connection, so one statement after the other, never two at once. */
public final class Transaction {
    private final SqlConnection connection;
    private final Database.Publisher publisher;
    private int passedBy;

    Transaction(SqlConnection connection, Database.Publisher publisher) {
        this.connection = connection;
        this.publisher = publisher;
    }

    /** Runs one prepared statement. */
    public Uni<RowSet<Row>> execute(String sql, @Nullable Object... parameters) {
        return connection.preparedQuery(sql).execute(Tuple.from(parameters));
    }

    /** Tells facts with this transaction: they are sent, in this order, if and only if it commits. */
    public Uni<Void> publish(List<Event> events) {
        return events.isEmpty() ? Uni.createFrom().voidItem() : publisher.apply(events);
    }

    /** Tells one fact with this transaction. */
    public Uni<Void> publish(Event event) {
        return publish(List.of(event));
    }

    /** Counts events of the transaction at hand that came when their subject had gone on: they change nothing. */
    public void passBy(int events) {
        passedBy += events;
    }

    /** How many events were passed by. */
    public int passedBy() {
        return passedBy;
    }
}
