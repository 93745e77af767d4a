package io.duplex.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What PostgreSQL has counted of one service's statements since the last {@link #reset()}, BEGIN and COMMIT included. */
public record StatementCounts(String service) {
    private static final String BLOCKS =
            """
            SELECT coalesce(sum(shared_blks_hit + shared_blks_read), 0) FROM pg_stat_statements AS s JOIN pg_roles AS r ON r.oid = s.userid
             WHERE rolname = ? AND query ~* ?
            """;

    /** Forgets all that has been counted. */
    public void reset() {
        try (Connection connection = connect()) {
            connection.createStatement().execute("SELECT pg_stat_statements_reset()");
        } catch (SQLException | IOException notDone) {
            throw new IllegalStateException(notDone);
        }
    }

    /** How many blocks those have read, from memory or disk, whose text matches a regular expression in any case. */
    public long blocks(String pattern) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
            statement.setString(1, ServiceDatabase.of(service).role());
            statement.setString(2, pattern);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException | IOException notAnswered) {
            throw new IllegalStateException(notAnswered);
        }
    }

    private static Connection connect() throws SQLException, IOException {
        return DuplexTestResource.postgres().connect("postgres");
    }
}
