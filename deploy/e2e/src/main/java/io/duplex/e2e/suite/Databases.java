package io.duplex.e2e.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The suite's databases, read as the superuser: what no service can change by answering wrongly. */
public final class Databases {
    /** The services' databases. */
    public static final List<String> NAMES = List.of("orders", "inventory", "invoices", "notifications");

    private final RunFile run;

    Databases(RunFile run) {
        this.run = run;
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** The first column of the first row. */
    public long count(String database, String sql) {
        return query(database, sql, rows -> rows.next() ? rows.getLong(1) : 0);
    }

    /** The columns of all rows as text, separated by blanks. */
    public List<String> rows(String database, String sql) {
        return query(database, sql, rows -> {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(line(rows));
            }
            return found;
        });
    }

    /** The second column by the first. */
    public Map<String, String> pairs(String database, String sql) {
        return query(database, sql, rows -> {
            var found = new LinkedHashMap<String, String>();
            while (rows.next()) {
                found.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
            return found;
        });
    }

    /** Executes statements on one connection, one after the other, each its own transaction. */
    public void execute(String database, String... statements) {
        try (var connection = connect(database, "postgres");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of a role. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(run.jdbcUrl(database), role, run.password(role));
    }

    private <T> T query(String database, String sql, Reader<T> reader) {
        try (var connection = connect(database, "postgres");
                var rows = connection.createStatement().executeQuery(sql)) {
            return reader.read(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String line(ResultSet rows) throws SQLException {
        var line = new StringBuilder(String.valueOf(rows.getString(1)));
        for (var column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
            line.append(' ').append(rows.getString(column));
        }
        return line.toString();
    }
}
