package io.duplex.local;

import io.duplex.local.demo.Demo;
import io.duplex.local.demo.DemoFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the whole suite, shows what it does, and stops it on Ctrl-C. */
@Command(
        name = "up",
        description = "Starts PostgreSQL, Kafka, an outside world, the four services and the gateway on this machine,"
                + " runs a demo, and stops everything on Ctrl-C.",
        sortOptions = false)
public final class Up implements Callable<Integer> {
    private final PrintStream out = System.out;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "the gateway's port; the other ports follow from it (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "keeps all data and logs in DIR across runs (default: a temporary folder)")
    private @Nullable Path data;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many processes of each service (default: ${DEFAULT-VALUE})")
    private int replicas;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            defaultValue = "60000",
            description = "how many requests a caller may send in a minute, 0: any number (default: ${DEFAULT-VALUE})")
    private long rateLimit;

    @Option(names = "--no-demo", description = "starts the suite only")
    private boolean noDemo;

    @Option(names = "--help", usageHelp = true, description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Runs the command; the exit code is 1 when the suite cannot be started, 2 when the options are wrong. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new CommandLine(new Up()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try {
            if (rateLimit < 0) {
                throw new Refusal("--rate-limit must not be negative");
            }
            Ports ports = new Ports(port, replicas);
            PortCheck.requireFree(ports);
            return run(ports, DataFolder.open(data));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private int run(Ports ports, DataFolder folder) throws Exception {
        Session session =
                new Session(ports, folder, rateLimit, new Progress(out, Boolean.getBoolean("duplex.terminal")));
        Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop"));
        try {
            serve(session, new Welcome(ports, folder));
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            return 1;
        }
        return 0;
    }

    private void serve(Session session, Welcome welcome) throws Exception {
        long begin = System.nanoTime();
        session.start();
        out.println(welcome.text(System.nanoTime() - begin));
        if (!noDemo) {
            demo(session, welcome);
        }
        out.println("Ctrl-C stops it.");
        session.awaitClosed();
    }

    private void demo(Session session, Welcome welcome) {
        try {
            Demo.play(out, welcome.baseUrl(), welcome.bootstrapServers());
        } catch (DemoFailure | KafkaException e) {
            if (!session.isClosing()) {
                out.println("  The demo stops here: " + e.getMessage() + "\n  See the logs in "
                        + welcome.data().logs());
            }
        }
    }
}
