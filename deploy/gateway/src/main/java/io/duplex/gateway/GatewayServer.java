package io.duplex.gateway;

import io.duplex.gateway.backends.Backends;
import io.duplex.gateway.exchange.Exchanges;
import io.duplex.gateway.exchange.InFlight;
import io.duplex.gateway.exchange.UnreadableRequests;
import io.duplex.gateway.routes.RouteFiles;
import io.duplex.gateway.routes.RouteTable;
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
    private final InFlight inFlight;

    private GatewayServer(Vertx vertx, HttpServer server, InFlight inFlight) {
        this.vertx = vertx;
        this.server = server;
        this.inFlight = inFlight;
    }

    /**
     * Reads the routes and listens; fails when the port is taken.
     *
     * @throws io.duplex.gateway.routes.BadRouteFile when a route file cannot be served
     * @throws IllegalArgumentException when a route names a backend that the settings lack
     */
    public static Future<GatewayServer> start(GatewaySettings settings) {
        RouteTable routes = RouteFiles.read(settings.routes());
        requireBackends(routes, settings);
        Vertx vertx = Vertx.vertx(options());
        Backends backends = new Backends(vertx, settings.backends(), Clock.systemUTC());
        InFlight inFlight = new InFlight();
        return vertx.createHttpServer(options(settings))
                .invalidRequestHandler(new UnreadableRequests())
                .requestHandler(new Exchanges(vertx, routes, backends, settings.limits(), inFlight))
                .listen()
                .onFailure(taken -> vertx.close())
                .map(server -> new GatewayServer(vertx, server, inFlight));
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Lets no further request in, finishes the running ones for as long as the grace lasts, and closes. */
    public Future<Void> stop(Duration grace) {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(grace.toMillis(), timer -> over.tryComplete());
        vertx.runOnContext(loop -> inFlight.drain().onComplete(drained -> over.tryComplete()));
        return over.future().compose(ready -> vertx.close());
    }

    private static void requireBackends(RouteTable routes, GatewaySettings settings) {
        Set<String> missing = new TreeSet<>(routes.backends());
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
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(DECODER_MARGIN * settings.limits().uri())
                .setMaxHeaderSize(DECODER_MARGIN * settings.limits().headers())
                .setIdleTimeout(IDLE_SECONDS);
    }
}
