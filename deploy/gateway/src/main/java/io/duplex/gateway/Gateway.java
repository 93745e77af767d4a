package io.duplex.gateway;

import io.duplex.gateway.manifests.BadManifest;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that runs the gateway until it is told to stop. */
@Command(
        name = "gateway",
        description = "Serves Gateway API HTTPRoute files on one machine, under Envoy Gateway's policy files.",
        sortOptions = false,
        showDefaultValues = true,
        usageHelpAutoWidth = true)
public final class Gateway implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(Gateway.class.getName());
    /** From this Java on, Netty's use of {@code sun.misc.Unsafe} prints four lines of warning (JEP 498). */
    private static final int UNSAFE_WARNS_SINCE = 24;

    private static final Duration GRACE = Duration.ofSeconds(5);

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    public static void main(String[] args) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
        if (Runtime.version().feature() >= UNSAFE_WARNS_SINCE) {
            System.setProperty("io.netty.noUnsafe", "true");
        }
        int exit = new CommandLine(new Gateway()).execute(args);
        if (exit != CommandLine.ExitCode.OK) {
            System.exit(exit);
        }
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    /** Starts the gateway and returns; it runs until the process is terminated, and then exits with 0. */
    @Override
    public Integer call() throws InterruptedException {
        try {
            GatewayServer server = GatewayServer.start(options.settings())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            LOG.info(() -> "Gateway is ready at http://" + options.host() + ":" + server.port());
            return CommandLine.ExitCode.OK;
        } catch (BadManifest | IllegalArgumentException unusable) {
            LOG.severe(unusable.getMessage());
        } catch (ExecutionException failed) {
            boolean taken = failed.getCause() instanceof BindException;
            LOG.severe(
                    taken ? options.host() + ":" + options.port() + " is in use" : String.valueOf(failed.getCause()));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static void stop(GatewayServer server) {
        try {
            server.stop(GRACE)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(2 * GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException incomplete) {
            LOG.log(Level.WARNING, "Stopped in spite of", incomplete);
        }
        Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
    }
}
