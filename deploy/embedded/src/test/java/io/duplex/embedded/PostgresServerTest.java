package io.duplex.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresServerTest {
    private Path folder;
    private PostgresServer server;

    @BeforeAll
    void start(@TempDir Path fresh) throws Exception {
        folder = fresh;
        server = PostgresServer.prepare(folder, FreePort.find());
        server.start();
        Databases.create(server, "orders", "order_service", "its-password");
        Databases.create(server, "invoices", "invoice_service", "it's \"another\"");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void isDurable() throws Exception {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("server_version")).startsWith("18.");
    }

    @Test
    void keepsCommittedRowsWhenKilled() throws Exception {
        // Given
        try (Connection orders = open("orders", "order_service", "its-password")) {
            execute(orders, "CREATE TABLE kept (id int)");
            execute(orders, "INSERT INTO kept VALUES (42)");
        }
        // When
        server.kill();
        assertThat(server.isReady()).isFalse();
        server.start();
        // Then
        try (Connection orders = open("orders", "order_service", "its-password")) {
            assertThat(value(orders, "SELECT id FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void comesBackAfterACrashThoughItsProcessNumberWasGivenToAnother() throws Exception {
        // Given
        server.kill();
        Path pidFile = folder.resolve("data/postmaster.pid");
        Process another = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile, Files.readString(pidFile).replaceFirst("\\d+", Long.toString(another.pid())));
            // When
            server.start();
            // Then
            assertThat(server.isReady()).isTrue();
        } finally {
            another.destroyForcibly();
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> open("orders", "order_service", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsTheSuperusersPasswordToTheOwner() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("superuser.password"))))
                .isEqualTo("rw-------");
        assertThat(server.superuserPassword()).hasSize(48);
    }

    @Test
    void aRoleOpensItsOwnDatabaseAndNoOther() throws Exception {
        try (Connection own = open("invoices", "invoice_service", "it's \"another\"")) {
            assertThat(value(own, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'invoices'"))
                    .isEqualTo("invoice_service");
        }
        for (String other : new String[] {"orders", "postgres", "template1"}) {
            assertThatThrownBy(() -> open(other, "invoice_service", "it's \"another\""))
                    .as(other)
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void createsDatabasesAgainWithoutLosingAnything() throws Exception {
        // Given
        Databases.create(server, "stock", "stock_service", "first");
        try (Connection stock = open("stock", "stock_service", "first")) {
            execute(stock, "CREATE TABLE kept AS SELECT 7 AS id");
        }
        // When
        Databases.create(server, "stock", "stock_service", "second");
        // Then
        try (Connection stock = open("stock", "stock_service", "second")) {
            assertThat(value(stock, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void countsStatements() throws Exception {
        // Given
        Databases.countStatements(server);
        try (Connection superuser = server.connect("postgres");
                Connection orders = open("orders", "order_service", "its-password")) {
            execute(superuser, "SELECT pg_stat_statements_reset()");
            // When
            orders.setAutoCommit(false);
            execute(orders, "SELECT 'counted'");
            orders.commit();
            // Then
            String calls = "SELECT sum(calls) FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid"
                    + " WHERE d.datname = 'orders'";
            assertThat(value(superuser, calls)).as("BEGIN, SELECT, COMMIT").isEqualTo("3");
        }
    }

    private Connection open(String database, String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), role, password);
    }

    private String show(String setting) throws Exception {
        try (Connection superuser = server.connect("postgres")) {
            return value(superuser, "SHOW " + setting);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
