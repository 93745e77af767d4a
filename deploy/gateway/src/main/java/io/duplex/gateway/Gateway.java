package io.duplex.gateway;

import io.duplex.gateway.backends.BackendAddresses;
import io.duplex.gateway.exchange.Limits;
import io.duplex.gateway.routes.BadRouteFile;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that runs the gateway until it is told to stop. */
@Command(
        name = "gateway",
        description = "Serves Gateway API HTTPRoute files on one machine.",
        sortOptions = false,
        showDefaultValues = true,
        usageHelpAutoWidth = true)
public final class Gateway implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(Gateway.class.getName());
    /** From this Java on, Netty's use of {@code sun.misc.Unsafe} prints four lines of warning (JEP 498). */
    private static final int UNSAFE_WARNS_SINCE = 24;

    private static final Duration GRACE = Duration.ofSeconds(5);

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Port to listen on, 0: any.")
    private int port;

    @Option(names = "--routes", paramLabel = "DIR", required = true, description = "Folder of route files; repeatable.")
    private List<Path> routes = List.of();

    @Option(
            names = "--backend",
            paramLabel = "NAME=URL[,URL]",
            required = true,
            converter = BackendConverter.class,
            description = "The replicas of a backend that the route files name; repeatable.")
    private List<BackendAddresses> backends = List.of();

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
            GatewayServer server = GatewayServer.start(
                            new GatewaySettings(host, port, routes, backends, Limits.PROMISED))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            LOG.info(() -> "Gateway is ready at http://" + host + ":" + server.port());
            return CommandLine.ExitCode.OK;
        } catch (BadRouteFile | IllegalArgumentException unusable) {
            LOG.severe(unusable.getMessage());
        } catch (ExecutionException failed) {
            boolean taken = failed.getCause() instanceof BindException;
            LOG.severe(taken ? host + ":" + port + " is in use" : String.valueOf(failed.getCause()));
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

    /** Reads one {@code --backend}. */
    static final class BackendConverter implements CommandLine.ITypeConverter<BackendAddresses> {
        @Override
        public BackendAddresses convert(String text) {
            try {
                return BackendAddresses.parse(text);
            } catch (IllegalArgumentException malformed) {
                throw new CommandLine.TypeConversionException(malformed.getMessage());
            }
        }
    }
}
