package io.duplex.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A real HTTP server that stands for a replica of a service. */
public final class Service implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    private Service(int port, Handler<HttpServerRequest> handler) {
        server = RunningGateway.result(
                vertx.createHttpServer().requestHandler(handler).listen(port, "127.0.0.1"));
    }

    public static Service answering(Handler<HttpServerRequest> handler) {
        return new Service(0, handler);
    }

    public static Service answering(int port, Handler<HttpServerRequest> handler) {
        return new Service(port, handler);
    }

    public int port() {
        return server.actualPort();
    }

    /** A port that refuses connections. */
    public static int refusingPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        RunningGateway.result(vertx.close());
    }
}
