package io.duplex.local;

import io.duplex.embedded.Databases;
import io.duplex.embedded.KafkaServer;
import io.duplex.embedded.PostgresServer;
import io.duplex.embedded.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * All processes of Duplex on this machine. They are started in the order in which they need each other, as much at once
 * as that allows: database, broker and outside world; then the services; then the gateway. They are stopped the other
 * way round.
 */
final class Suite {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Blueprint blueprint;
    private final Crew crew;

    Suite(Blueprint blueprint, Crew crew) {
        this.blueprint = blueprint;
        this.crew = crew;
    }

    /**
     * Returns when every process is ready.
     *
     * @throws StartFailure naming the first process that did not become ready
     * @throws Exception when a database or a topic cannot be made
     */
    void start() throws Exception {
        awaitAll(List.of(this::startPostgresql, this::startKafka, this::startStubs));
        awaitAll(replicas());
        startAndAwait(blueprint.gateway(), Probe.ok(blueprint.ports().gateway(), "/dev/jwks"));
    }

    private List<Callable<ManagedProcess>> replicas() {
        List<Callable<ManagedProcess>> starts = new ArrayList<>();
        for (Service service : Service.values()) {
            for (int replica = 1; replica <= blueprint.ports().replicas(); replica++) {
                ProcessSpec spec = blueprint.service(service, replica);
                starts.add(() -> startAndAwait(spec, Probe.ok(spec.port(), "/q/health/ready")));
            }
        }
        return starts;
    }

    /** Runs all at once and returns when all are done, or as soon as one fails. */
    private static void awaitAll(List<Callable<ManagedProcess>> starts) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("start"));
        var done = new ExecutorCompletionService<ManagedProcess>(threads);
        starts.forEach(done::submit);
        for (int i = 0; i < starts.size(); i++) {
            done.take().get();
        }
        threads.shutdown();
    }

    private ManagedProcess startPostgresql() throws Exception {
        crew.prepare("postgresql", blueprint.ports().postgresql());
        PostgresServer server = PostgresServer.prepare(
                blueprint.data().path().resolve("postgresql"), blueprint.ports().postgresql());
        ManagedProcess process = startAndAwait(blueprint.postgresql(server), server::isReady);
        blueprint.data().keepPassword(PostgresServer.SUPERUSER, server.superuserPassword());
        for (Service service : Service.values()) {
            Databases.create(
                    server, service.database(), service.role(), blueprint.data().password(service.role()));
        }
        return process;
    }

    private ManagedProcess startKafka() throws Exception {
        KafkaServer server = KafkaServer.prepare(
                blueprint.data().path().resolve("kafka"),
                blueprint.ports().kafka(),
                blueprint.ports().kafkaController());
        ManagedProcess process = startAndAwait(blueprint.kafka(server), server::isReady);
        Topics.create(server.bootstrapServers());
        return process;
    }

    private ManagedProcess startStubs() throws InterruptedException {
        return startAndAwait(blueprint.stubs(), Probe.ok(blueprint.ports().stubs(), "/dev/jwks"));
    }

    private ManagedProcess startAndAwait(ProcessSpec spec, BooleanSupplier probe) throws InterruptedException {
        ManagedProcess process = crew.start(spec, probe);
        process.awaitReady(PATIENCE);
        return process;
    }
}
