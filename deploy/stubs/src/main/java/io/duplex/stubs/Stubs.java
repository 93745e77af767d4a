package io.duplex.stubs;

import com.icegreen.greenmail.user.UserException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jose4j.lang.JoseException;

/** The running outside world, on 127.0.0.1. What it remembers is lost when it stops, but for the issuer's key. */
public final class Stubs implements AutoCloseable {
    private final Vertx vertx;
    private final MailServer mail;
    private final HttpServer http;
    private final NetServer smtp;

    private Stubs(Vertx vertx, MailServer mail, HttpServer http, NetServer smtp) {
        this.vertx = vertx;
        this.mail = mail;
        this.http = http;
        this.smtp = smtp;
    }

    /** Runs the stubs until the process is told to end; {@code --help} tells the options. */
    public static void main(String[] arguments) {
        StubsCommand.run(arguments);
    }

    /**
     * Starts on the given ports (0: any that is free).
     *
     * @param data the folder that keeps the issuer's key
     * @param clients the services that may ask for tokens of their own: {@code id:secret,id:secret}
     */
    public static Stubs start(int httpPort, int smtpPort, Path data, String clients) throws IOException {
        Inboxes inboxes = new Inboxes();
        MailServer mail = mailServer(inboxes);
        Vertx vertx = vertx();
        try {
            Faults faults = new Faults();
            Router router = Endpoints.create(vertx, inboxes, faults, Issuer.open(data), Clients.parse(clients));
            HttpServer http = await(listen(vertx, router, httpPort));
            return new Stubs(vertx, mail, http, await(new SmtpGate(vertx, faults, mail.port()).listen(smtpPort)));
        } catch (IOException | JoseException e) {
            mail.close();
            await(vertx.close());
            throw new IOException(e.getMessage(), e);
        }
    }

    private static MailServer mailServer(Inboxes inboxes) throws IOException {
        try {
            return MailServer.start(inboxes.of(Channel.EMAIL));
        } catch (UserException e) {
            throw new IOException(e);
        }
    }

    /** Where the HTTP endpoints are, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + http.actualPort();
    }

    /** The port on which mail is taken. */
    public int smtpPort() {
        return smtp.actualPort();
    }

    /** Stops everything. */
    @Override
    public void close() throws IOException {
        mail.close();
        await(vertx.close());
    }

    /** Without the folder that Vert.x unpacks files of the class path to: none is served. */
    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }

    private static Future<HttpServer> listen(Vertx vertx, Router router, int port) {
        return vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(router)
                .listen();
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
