package io.duplex.e2e.conformance;

import io.duplex.e2e.suite.RunningSuite;
import java.io.PrintStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds every operation of the packaged services against its OpenAPI document, and tells in tables what came of it. */
@Command(
        name = "conformance",
        description =
                "Starts the suite, and tries every operation of every OpenAPI document with all bad inputs, with all"
                        + " kinds of callers, and with requests by chance. The exit code is 0 only when all is as promised.",
        sortOptions = false)
public final class Conformance implements Callable<Integer> {
    private final PrintStream out = System.out;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "100",
            description = "requests by chance per operation (${DEFAULT-VALUE}; 2000 is the long form)")
    private int requests;

    @Option(names = "--seed", paramLabel = "S", description = "repeats the requests of an earlier run (random)")
    private @Nullable Long seed;

    @Option(names = "--services", paramLabel = "NAME", split = ",", description = "only these, as order-service (all)")
    private List<String> services = Examination.services();

    @Option(names = "--help", usageHelp = true, description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Runs the command; the exit code is 1 when something is red, 2 when the options are wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Conformance()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (!Examination.services().containsAll(services)) {
            System.err.println("There are only these services: " + String.join(", ", Examination.services()));
            return 2;
        }
        var from = seed == null ? new Random().nextLong(1_000_000) : seed;
        out.println("seed " + from);
        try (var suite = RunningSuite.start("--no-demo")) {
            return examine(suite, from) ? 0 : 1;
        }
    }

    private boolean examine(RunningSuite suite, long from) {
        var examination = Examination.in(suite);
        for (var service : services) {
            out.printf("%s (logs: %s) …%n", service, suite.data().resolve("suite/logs"));
            examination.examine(service, Examination.promised(service), requests, from);
        }
        out.println("\n" + examination.report(Boolean.getBoolean("duplex.terminal")) + "\n\nTo repeat it: "
                + command(from));
        return examination.isGreen();
    }

    private String command(long from) {
        return "deploy/e2e/conformance --requests " + requests + " --seed " + from
                + (services.size() == Examination.services().size() ? "" : " --services " + String.join(",", services));
    }
}
