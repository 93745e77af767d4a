package io.duplex.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL 18 server on one folder and one port of 127.0.0.1. It is durable (fsync on) and asks for passwords
 * (SCRAM); the superuser's is made with the folder and readable by the owner alone. The folder outlives the server: kill
 * it, start it again, and every committed row is there.
 */
public final class PostgresServer implements AutoCloseable {
    /** The superuser's name. */
    public static final String SUPERUSER = "postgres";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=200",
            "shared_buffers=128MB",
            "shared_preload_libraries=pg_stat_statements",
            "timezone=UTC",
            "log_timezone=UTC");

    private final PostgresFolder folder;
    private final int port;
    private final ServerProcess process;

    private PostgresServer(PostgresFolder folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = new ServerProcess("postgres", folder.root());
    }

    /**
     * The server of this folder, running or not; it is not started. A new folder gets its superuser and its files, which
     * takes about a second.
     */
    public static PostgresServer prepare(Path folder, int port) throws IOException {
        return new PostgresServer(PostgresFolder.open(folder), port);
    }

    /**
     * The command line that runs this server in the foreground: its process is PostgreSQL itself and may be killed and
     * run again. SIGINT ends it in an orderly way without waiting for clients, SIGTERM waits for them.
     */
    public List<String> command() throws IOException {
        folder.removeStalePid();
        List<String> command = folder.program("postgres", "-D", folder.data().toString(), "-p", Integer.toString(port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        if (PostgresFolder.ON_LINUX) {
            command.addAll(List.of("-c", "recovery_init_sync_method=syncfs"));
        }
        return command;
    }

    /** Starts the server as a child of this process and returns when it answers; its log is postgres.log in the folder. */
    public void start() throws IOException {
        process.start(command());
        process.awaitReady(this::isReady);
    }

    /** Ends the server in an orderly way, as an administrator would; its clients lose their connections. */
    public void stop() throws IOException {
        process.stop("INT");
    }

    /** Kills the server as a crash would (kill -9). */
    public void kill() throws IOException {
        process.kill();
    }

    /** Whether the server accepts connections now. */
    public boolean isReady() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException, IOException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, superuserPassword());
    }

    /** The superuser's password. */
    public String superuserPassword() throws IOException {
        return folder.password();
    }

    /** The JDBC URL of a database, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** The URL of a database for the reactive client, without credentials. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** As {@link #stop()}. */
    @Override
    public void close() throws IOException {
        stop();
    }
}
