package io.duplex.gateway;

import io.duplex.gateway.backends.Backends;
import io.duplex.gateway.exchange.Exchanges;
import io.duplex.gateway.policies.BackendTraffic;
import io.duplex.gateway.policies.Limits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** A running gateway. All of it runs on one event loop, so its state needs no locks. */
public final class GatewayServer {
    /** The decoder's limits lie higher than those of the API, so that the refusal of what exceeds these is complete. */
    private static final int DECODER_MARGIN = 4;

    private static final int IDLE_SECONDS = 120;

    private final Vertx vertx;
    private final HttpServer server;
    private final Exchanges exchanges;

    private GatewayServer(Vertx vertx, HttpServer server, Exchanges exchanges) {
        this.vertx = vertx;
        this.server = server;
        this.exchanges = exchanges;
    }

    /**
     * Listens; fails when the port is taken.
     *
     * @throws IllegalArgumentException when a route names a backend that the settings lack
     */
    public static Future<GatewayServer> start(GatewaySettings settings) {
        requireBackends(settings);
        Vertx vertx = Vertx.vertx(options());
        BackendTraffic traffic = settings.policies().backends();
        Backends backends =
                new Backends(vertx, settings.backends(), traffic.connectTimeout(), traffic.health(), Clock.systemUTC());
        Exchanges exchanges = new Exchanges(vertx, settings.routes(), backends, settings.policies(), settings.pages());
        return vertx.createHttpServer(options(settings))
                .invalidRequestHandler(exchanges.unreadable())
                .requestHandler(exchanges)
                .listen()
                .onFailure(taken -> vertx.close())
                .map(server -> new GatewayServer(vertx, server, exchanges));
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Lets no further request in, finishes the running ones for as long as the grace lasts, and closes. */
    public Future<Void> stop(Duration grace) {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(grace.toMillis(), timer -> over.tryComplete());
        vertx.runOnContext(loop -> exchanges.drain().onComplete(drained -> over.tryComplete()));
        return over.future().compose(ready -> vertx.close());
    }

    private static void requireBackends(GatewaySettings settings) {
        Set<String> missing = new TreeSet<>(settings.routes().backends());
        settings.backends().forEach(backend -> missing.remove(backend.name()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no --backend for " + String.join(", ", missing));
        }
    }

    /** One event loop, and no cache folder, since the gateway serves no files. */
    private static VertxOptions options() {
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return new VertxOptions().setEventLoopPoolSize(1).setFileSystemOptions(noFiles);
    }

    private static HttpServerOptions options(GatewaySettings settings) {
        Limits limits = settings.policies().backends().limits();
        return new HttpServerOptions()
                .setHost(settings.address().host())
                .setPort(settings.address().port())
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(DECODER_MARGIN * limits.uri())
                .setMaxHeaderSize(DECODER_MARGIN * limits.headers())
                .setIdleTimeout(IDLE_SECONDS);
    }
}
