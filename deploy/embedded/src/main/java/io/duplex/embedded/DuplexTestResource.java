package io.duplex.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test real PostgreSQL and Kafka: with the argument {@code service=order-service} the database and the
 * role of that service, and all topics. Both servers are started once per JVM and end with it; tests may break them
 * through {@link #postgres()} and {@link #kafka()}, and start them again on the same port and data.
 *
 * <p>The superuser's database {@code postgres} has {@code pg_stat_statements}, which counts the statements of all
 * databases, BEGIN and COMMIT included.
 */
public final class DuplexTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "for-tests-only";

    private @Nullable ServiceDatabase own;

    @Override
    public void init(Map<String, String> arguments) {
        String service = arguments.get("service");
        if (service != null) {
            own = ServiceDatabase.of(service);
        }
    }

    /** Starts what is not running yet; the result is the configuration of the service under test. */
    @Override
    public Map<String, String> start() {
        TestServers servers = TestServers.shared();
        String bootstrap = servers.kafka().bootstrapServers();
        ServiceDatabase database = own;
        if (database == null) {
            return Map.of("kafka.bootstrap.servers", bootstrap);
        }
        create(servers.postgres(), database);
        return Map.of(
                "quarkus.datasource.jdbc.url", servers.postgres().jdbcUrl(database.database()),
                "quarkus.datasource.reactive.url", servers.postgres().reactiveUrl(database.database()),
                "quarkus.datasource.username", database.role(),
                "quarkus.datasource.password", PASSWORD,
                "kafka.bootstrap.servers", bootstrap);
    }

    /** Does nothing: the servers serve the next application of this JVM, too. */
    @Override
    public void stop() {}

    /** The PostgreSQL server of this JVM's tests. */
    public static PostgresServer postgres() {
        return TestServers.shared().postgres();
    }

    /** The Kafka broker of this JVM's tests. */
    public static KafkaServer kafka() {
        return TestServers.shared().kafka();
    }

    private static void create(PostgresServer postgres, ServiceDatabase database) {
        try {
            Databases.create(postgres, database.database(), database.role(), PASSWORD);
            Databases.countStatements(postgres);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("no database " + database.database(), e);
        }
    }
}
