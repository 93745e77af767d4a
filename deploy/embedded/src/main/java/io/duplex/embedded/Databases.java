package io.duplex.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One database and one role per service: the role owns its database and can open no other. */
public final class Databases {
    private Databases() {}

    /** Creates the database and its role, or only sets the role's password when they are there. */
    public static void create(PostgresServer server, String database, String role, String password)
            throws SQLException, IOException {
        try (Connection superuser = server.connect("postgres")) {
            boolean roleExists = exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
            execute(superuser, (roleExists ? "ALTER" : "CREATE") + " ROLE %I LOGIN PASSWORD %L", role, password);
            if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(superuser, "CREATE DATABASE %I OWNER %I", database, role);
            }
            closeToTheRest(superuser, database);
            closeToTheRest(superuser, "postgres");
            closeToTheRest(superuser, "template1");
        }
    }

    /** Lets the superuser read {@code pg_stat_statements} in the database {@code postgres}. */
    public static void countStatements(PostgresServer server) throws SQLException, IOException {
        try (Connection superuser = server.connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }

    private static void closeToTheRest(Connection superuser, String database) throws SQLException {
        execute(superuser, "REVOKE ALL ON DATABASE %I FROM PUBLIC", database);
    }

    private static boolean exists(Connection superuser, String query, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The server itself quotes names and literals into the template, since DDL takes no parameters. */
    private static void execute(Connection superuser, String template, String... names) throws SQLException {
        try (PreparedStatement quote = superuser.prepareStatement("SELECT format(?, VARIADIC ?)")) {
            quote.setString(1, template);
            quote.setArray(2, superuser.createArrayOf("text", names));
            try (ResultSet quoted = quote.executeQuery();
                    Statement statement = superuser.createStatement()) {
                quoted.next();
                statement.execute(quoted.getString(1));
            }
        }
    }
}
