package io.duplex.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What PostgreSQL has counted of one service's statements since the last {@link #reset()}, BEGIN and COMMIT included. */
public record StatementCounts(String service) {
    private static final String SUM =
            """
            SELECT coalesce(sum(%s), 0) FROM pg_stat_statements AS s JOIN pg_roles AS r ON r.oid = s.userid
             WHERE rolname = ? AND query ~* ?
            """;

    private static final String BLOCKS = "shared_blks_hit + shared_blks_read";

    /** Forgets all that has been counted. */
    public void reset() {
        try (Connection connection = connect()) {
            connection.createStatement().execute("SELECT pg_stat_statements_reset()");
        } catch (SQLException | IOException notDone) {
            throw new IllegalStateException(notDone);
        }
    }

    /** How often statements ran whose text matches a regular expression, in any case. */
    public long calls(String pattern) {
        return sum("calls", pattern);
    }

    /** How many rows these statements have read or changed. */
    public long rows(String pattern) {
        return sum("rows", pattern);
    }

    /** How many blocks these statements have read, from memory or disk. */
    public long blocks(String pattern) {
        return sum(BLOCKS, pattern);
    }

    /** How many blocks one such statement has read on average, from memory or disk. */
    public long blocksPerCall(String pattern) {
        return blocks(pattern) / Math.max(1, calls(pattern));
    }

    private long sum(String counted, String pattern) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(SUM.formatted(counted))) {
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
