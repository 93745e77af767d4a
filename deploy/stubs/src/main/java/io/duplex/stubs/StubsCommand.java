package io.duplex.stubs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stubs",
        mixinStandardHelpOptions = true,
        description = "SMTP server, SMS provider, accounting system, webhook receiver and token issuer on 127.0.0.1.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StubsCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8090", description = "HTTP port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--smtp-port", defaultValue = "8091", description = "SMTP port (default: ${DEFAULT-VALUE})")
    private int smtpPort;

    @Option(names = "--data", required = true, description = "folder that keeps the issuer's key")
    private Path data;

    /** From the environment alone: an argument would be seen by everybody on the machine. */
    private final String clients = System.getenv().getOrDefault("STUBS_CLIENTS", "");

    /** Returns when the stubs are up, their threads keep the process alive; ends the process when they cannot start. */
    static void run(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.WARNING);
        int status = new CommandLine(new StubsCommand()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() throws IOException {
        Stubs stubs = Stubs.start(port, smtpPort, data, clients);
        System.out.println("stubs: " + stubs.url() + ", SMTP on port " + stubs.smtpPort());
        return 0;
    }
}
