package io.duplex.local;

import io.duplex.embedded.KafkaServer;
import io.duplex.embedded.PostgresServer;
import io.duplex.gateway.Gateway;
import io.duplex.stubs.Stubs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What each process of the suite is run with.
 *
 * @param rateLimit the requests that the gateway grants a caller in a minute; 0 is no limit
 */
record Blueprint(Installation installation, Ports ports, DataFolder data, long rateLimit) {
    /** Front ends under development: whatever a developer's machine serves. */
    private static final List<String> ORIGINS = List.of("http://localhost:*", "http://127.0.0.1:*");

    ProcessSpec postgresql(PostgresServer server) {
        return new ProcessSpec(
                "postgresql",
                ProcessKind.POSTGRESQL,
                ports.postgresql(),
                server::command,
                Map.of(),
                data.log("postgresql"));
    }

    ProcessSpec kafka(KafkaServer server) {
        return jvm("kafka", ProcessKind.KAFKA, ports.kafka(), server::command, Map.of());
    }

    ProcessSpec stubs() {
        List<String> command = installation.runs(
                Stubs.class.getName(),
                "128m",
                "--port",
                Integer.toString(ports.stubs()),
                "--smtp-port",
                Integer.toString(ports.smtp()),
                "--data",
                data.path().resolve("stubs").toString());
        Map<String, String> clients = new Environment(ports, data).ofStubs();
        return jvm("stubs", ProcessKind.STUBS, ports.stubs(), () -> command, clients);
    }

    ProcessSpec service(Service service, int replica) {
        return jvm(
                service.replica(replica),
                ProcessKind.SERVICE,
                ports.service(service, replica),
                () -> installation.runs(service),
                new Environment(ports, data).of(service, replica));
    }

    ProcessSpec gateway() {
        List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(ports.gateway())));
        installation.routes().forEach(folder -> arguments.addAll(List.of("--routes", folder.toString())));
        arguments.addAll(List.of("--policies", installation.policies().toString()));
        arguments.addAll(List.of("--rate-limit", Long.toString(rateLimit)));
        ORIGINS.forEach(origin -> arguments.addAll(List.of("--cors-origin", origin)));
        for (Service service : Service.values()) {
            arguments.addAll(List.of("--backend", service.module() + "=" + addresses(service)));
            arguments.addAll(List.of("--openapi", service.module() + "=" + installation.openApi(service)));
        }
        arguments.addAll(List.of("--backend", "stubs=http://127.0.0.1:" + ports.stubs()));
        List<String> command = installation.runs(Gateway.class.getName(), "128m", arguments.toArray(String[]::new));
        return jvm("gateway", ProcessKind.GATEWAY, ports.gateway(), () -> command, Map.of());
    }

    private String addresses(Service service) {
        return IntStream.rangeClosed(1, ports.replicas())
                .mapToObj(replica -> "http://127.0.0.1:" + ports.service(service, replica))
                .collect(Collectors.joining(","));
    }

    private ProcessSpec jvm(
            String name, ProcessKind kind, int port, ProcessSpec.Command command, Map<String, String> environment) {
        return new ProcessSpec(name, kind, port, command, environment, data.log(name));
    }
}
