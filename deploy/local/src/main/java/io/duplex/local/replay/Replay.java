package io.duplex.local.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code replay}. Exit code 0 when all that should have gone through did, 1 when something did not, 2 when
 * the command line or the file is unusable.
 */
@Command(
        name = "replay",
        description = HelpText.SUMMARY,
        footer = HelpText.RULES,
        sortOptions = false,
        usageHelpWidth = 120)
public final class Replay implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.csv", description = "The order history.")
    private Path file = Path.of("");

    @Option(names = "--rate", paramLabel = "N", description = "Orders per second (default: as fast as answers come).")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "16",
            description = "Most requests at once (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The suite's gateway (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("");

    @Option(names = "--token-url", paramLabel = "URL", description = "The issuer of tokens (default: <url>/dev/token).")
    private @Nullable URI tokenUrl;

    @Option(names = "--report", paramLabel = "FILE.json", description = "Writes the result as JSON, too.")
    private @Nullable Path report;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "GBP",
            description = "Of the file's prices (default: ${DEFAULT-VALUE}).")
    private String currency = "";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = {
                "How long to go on while no definite answer comes or nothing changes",
                "(default: ${DEFAULT-VALUE})."
            })
    private long patience;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("unused")
    private boolean help;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Replay()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("replay: " + failure.getMessage());
            return failure instanceof UnusableHistory ? ExitCode.USAGE : ExitCode.SOFTWARE;
        });
    }

    @Override
    public Integer call() throws IOException {
        check(rate > 0, "--rate must be above 0");
        check(inFlight > 0, "--in-flight must be above 0");
        check(patience > 0, "--patience must be above 0");
        check(Files.isRegularFile(file) && Files.isReadable(file), "cannot read " + file);
        check(report == null || Files.isDirectory(folder(report)), "no such folder: " + report);
        var history = OrderHistory.open(file, currency());
        var issuer = tokenUrl == null ? url.resolve("/dev/token") : tokenUrl;
        var terminal = Boolean.getBoolean("duplex.terminal");
        var result = new Run(url, issuer, Duration.ofSeconds(patience), inFlight, terminal)
                .replay(history, currency(), new Pace(rate));
        return conclude(result);
    }

    private int conclude(Report result) throws IOException {
        new Summary(result).print(System.out);
        if (report != null) {
            Files.writeString(report, Json.indented(result) + System.lineSeparator());
        }
        return result.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private CurrencyUnit currency() {
        try {
            return CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException e) {
            throw new UnusableHistory("no such currency: " + currency);
        }
    }

    private static Path folder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new UnusableHistory(message);
        }
    }
}
