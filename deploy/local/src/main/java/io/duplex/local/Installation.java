package io.duplex.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the built parts lie, and how a Java process of them is run. */
record Installation(Path root) {
    private static final String LOGGING = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    /** The installation that the start script names, or else the current folder. */
    static Installation current() {
        return new Installation(
                Path.of(System.getProperty("duplex.home", "")).toAbsolutePath().normalize());
    }

    /** A service's runnable jar, beside the libraries that it needs. */
    Path serviceJar(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The folders with the gateway's routes: those of every installation, and the local stack's tokens and inboxes. */
    List<Path> routes() {
        return List.of(root.resolve("deploy/gateway/routes"), root.resolve("deploy/gateway/routes-local"));
    }

    /** The folder with the gateway's policies, the same as a cluster's. */
    Path policies() {
        return root.resolve("deploy/gateway/policies");
    }

    /** The OpenAPI document that a service promises. */
    Path openApi(Service service) {
        return root.resolve(service.module()).resolve("contracts/openapi.yaml");
    }

    /** A command line that runs {@code mainClass} out of the launcher's libraries. */
    List<String> runs(String mainClass, String heap, String... arguments) {
        List<String> command =
                java(heap, "-XX:TieredStopAtLevel=1", LOGGING, "-cp", root + "/deploy/local/target/lib/*");
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return command;
    }

    /** A command line that runs a service. */
    List<String> runs(Service service) {
        return java("256m", "-jar", serviceJar(service).toString());
    }

    private static List<String> java(String heap, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of(options));
        return command;
    }
}
