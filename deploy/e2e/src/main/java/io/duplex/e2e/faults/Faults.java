package io.duplex.e2e.faults;

import io.duplex.e2e.suite.RunningSuite;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Breaks the packaged suite under load, and tells in a table what it withstood. */
@Command(
        name = "faults",
        description = "Starts the suite, lets one fault after the other strike while orders come in, waits until all is"
                + " healed, and checks the invariants I1 to I9. The exit code is 0 only when all is green.",
        sortOptions = false)
public final class Faults implements Callable<Integer> {
    private final PrintStream out = System.out;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "1", description = "how often (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seed", paramLabel = "S", description = "repeats the choices of an earlier run (random)")
    private @Nullable Long seed;

    @Option(names = "--short", description = "each fault less often and under less load, as in the build")
    private boolean brief;

    @Option(
            names = "--faults",
            paramLabel = "NAME",
            split = ",",
            description = "only these of kill-service, duplicates, kill-broker, kill-database, broker-away,"
                    + " replay, poison, overload, pause-relay-holder")
    private List<String> chosen = Repertoire.names();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "orders per second (${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "load per fault (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--patience",
            paramLabel = "F",
            defaultValue = "1",
            description = "how many times longer healing may take than promised, on a slow machine (${DEFAULT-VALUE})")
    private double patience;

    @Option(
            names = "--prove",
            description = "instead of faults, plants a bug for each invariant and shows that it is found")
    private boolean prove;

    @Option(names = "--help", usageHelp = true, description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Runs the command; the exit code is 1 when something is red, 2 when the options are wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() {
        var from = seed == null ? new Random().nextLong(1_000_000) : seed;
        if (!Repertoire.names().containsAll(chosen)) {
            System.err.println("There are only these faults: " + String.join(", ", Repertoire.names()));
            return 2;
        }
        out.println("seed " + from);
        return prove ? prove(from) : strike(from);
    }

    private int strike(long from) {
        List<Outcome> outcomes = new ArrayList<>();
        for (var round = 0; round < rounds; round++) {
            for (var replicas : List.of(1, 2)) {
                outcomes.addAll(round(from + round, replicas));
            }
        }
        var table = new Table(outcomes, Boolean.getBoolean("duplex.terminal"));
        out.println("\n" + table + "\n\nTo repeat it: " + command(from));
        return table.isGreen() ? 0 : 1;
    }

    private List<Outcome> round(long roundSeed, int replicas) {
        var faults = faults().filter(fault -> fault.replicas() == replicas).toList();
        if (faults.isEmpty()) {
            return List.of();
        }
        try (var suite = RunningSuite.start("--no-demo", "--replicas", Integer.toString(replicas));
                var trial = Trial.of(suite, settings(), roundSeed)) {
            return faults.stream().map(fault -> told(fault, trial, suite)).toList();
        }
    }

    private Outcome told(Fault fault, Trial trial, RunningSuite suite) {
        out.printf("%s (logs: %s) …%n", fault.name(), suite.data().resolve("suite/logs"));
        var outcome = trial.outcome(fault);
        out.println(new Table(List.of(outcome), false));
        return outcome;
    }

    private int prove(long from) {
        try (var suite = RunningSuite.start("--no-demo");
                var trial = Trial.of(suite, settings(), from)) {
            var proofs = Stream.of(PlantedBug.values())
                    .map(bug -> told(Proof.of(bug, trial.evidence())))
                    .toList();
            return proofs.stream().allMatch(Proof::isRight) ? 0 : 1;
        }
    }

    private Proof told(Proof proof) {
        out.println(proof + "\n" + proof.verdict().toString().indent(2));
        return proof;
    }

    private Stream<Fault> faults() {
        return Repertoire.ALL.stream()
                .filter(fault -> chosen.contains(fault.name()))
                .filter(fault -> fault.isBrief() || !brief || chosen.size() < Repertoire.ALL.size());
    }

    private Settings settings() {
        return brief ? Settings.SHORT : new Settings(rate, Duration.ofSeconds(seconds), false, patience);
    }

    private String command(long from) {
        return "deploy/e2e/faults --rounds " + rounds + " --seed " + from + (brief ? " --short" : "")
                + (chosen.size() == Repertoire.ALL.size() ? "" : " --faults " + String.join(",", chosen));
    }
}
