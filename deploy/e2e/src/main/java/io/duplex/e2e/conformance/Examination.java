package io.duplex.e2e.conformance;

import io.duplex.contracts.openapi.Api;
import io.duplex.contracts.openapi.Operation;
import io.duplex.contracts.suite.Service;
import io.duplex.e2e.suite.RunningSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds running services against their documents, operation by operation. What it tries follows from the documents alone,
 * so that an operation is covered by being described.
 */
public final class Examination {
    private final RunningSuite suite;
    private final Sender sender;
    private final WellFormed wellFormed;
    private final Matrix badInputs = new Matrix("bad inputs", BadInput.titles());
    private final Matrix callers = new Matrix("callers", CallerKind.titles());
    private final List<FuzzCount> chance = new ArrayList<>();

    private Examination(RunningSuite suite, Sender sender, WellFormed wellFormed) {
        this.suite = suite;
        this.sender = sender;
        this.wellFormed = wellFormed;
    }

    /** An examination in a suite that runs, for which a small world of products and customers is made. */
    public static Examination in(RunningSuite suite) {
        var sender = new Sender();
        var tokens = new Tokens(sender, suite.run().url("stubs"));
        return new Examination(suite, sender, new WellFormed(World.make(suite), tokens));
    }

    /** Another one in the same world, in which nothing has been tried yet. */
    Examination anew() {
        return new Examination(suite, sender, wellFormed);
    }

    /** The services of the installation, by their folders' names. */
    public static List<String> services() {
        return Service.in(RunningSuite.HOME).stream().map(Service::name).toList();
    }

    /** The document that a service promises to serve. */
    public static Api promised(String service) {
        return Api.of(Service.at(RunningSuite.HOME.resolve(service)).openApi());
    }

    /** Tries every operation of a service with callers and bad inputs, then with so many requests by chance. */
    public void examine(String service, Api api, int requests, long seed) {
        api.operations().forEach(operation -> examine(service, operation));
        api.operations().forEach(operation -> fuzz(service, operation, requests, seed));
    }

    /** Tries one operation with callers and bad inputs. */
    void examine(String service, Operation operation) {
        var promise = new Promise(operation);
        callers.row(operation.name());
        badInputs.row(operation.name());
        guarded(callers, operation, note -> new Callers(wellFormed, message -> send(service, message))
                .examine(promise, note));
        guarded(badInputs, operation, note -> new BadInputs(wellFormed, message -> send(service, message))
                .examine(promise, note));
    }

    /** Sends requests by chance to one operation. */
    FuzzCount fuzz(String service, Operation operation, int requests, long seed) {
        var fuzzer = new Fuzzer(wellFormed, message -> send(service, message), seed);
        var count = fuzzer.examine(new Promise(operation), requests);
        chance.add(count);
        return count;
    }

    /** What is wrong with the answers of a service whose database is away, all operations asked at once. */
    List<String> withoutDatabase(String service, Api api) {
        var outage = new Outage(wellFormed, message -> send(service, message));
        return api.operations().parallelStream()
                .flatMap(operation -> outage.examine(operation).stream())
                .toList();
    }

    /** Whether a service answers a good request to this operation as one that has its database. */
    boolean hasRecovered(String service, Operation operation) {
        return send(service, wellFormed.of(operation)).status() != 503;
    }

    Matrix badInputs() {
        return badInputs;
    }

    Matrix callers() {
        return callers;
    }

    List<FuzzCount> chance() {
        return List.copyOf(chance);
    }

    /** Lines of the services' logs that name what no log may. */
    List<String> indiscretions() {
        return new Logs(suite.data().resolve("suite/logs")).findings();
    }

    /** Whether every answer was as promised. */
    public boolean isGreen() {
        return badInputs.isGreen()
                && callers.isGreen()
                && chance.stream().allMatch(FuzzCount::isGreen)
                && indiscretions().isEmpty();
    }

    /** Both matrices, the counts, and below them all that was wrong. */
    public String report(boolean coloured) {
        var counts = Stream.concat(Stream.of(FuzzCount.head()), chance.stream().map(FuzzCount::toString))
                .collect(Collectors.joining("\n"));
        var findings = Stream.of(
                        Stream.of(badInputs.findings(), callers.findings()),
                        chance.stream().map(FuzzCount::findings),
                        indiscretions().stream())
                .flatMap(some -> some)
                .filter(some -> !some.isBlank())
                .collect(Collectors.joining("\n"));
        return String.join("\n\n", badInputs.table(coloured), callers.table(coloured), counts, findings)
                .stripTrailing();
    }

    private Answer send(String service, Message message) {
        var run = suite.run();
        return sender.send(run.url(run.names(service).get(0)), message);
    }

    /** An operation that nothing can be tried with, since its document or the world is not ready for it, is red. */
    private static void guarded(
            Matrix matrix, Operation operation, Consumer<BiConsumer<String, List<String>>> examine) {
        try {
            examine.accept((column, found) -> matrix.note(operation.name(), column, found));
        } catch (IllegalStateException | IllegalArgumentException notReady) {
            matrix.fail(operation.name(), String.valueOf(notReady.getMessage()));
        }
    }
}
