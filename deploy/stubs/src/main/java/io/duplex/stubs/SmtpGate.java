package io.duplex.stubs;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;

/** Stands before the mail server, passes each dialogue on and lets the faults of email happen in it. */
final class SmtpGate {
    private final Vertx vertx;
    private final Faults faults;
    private final int mailPort;
    private final NetClient client;

    SmtpGate(Vertx vertx, Faults faults, int mailPort) {
        this.vertx = vertx;
        this.faults = faults;
        this.mailPort = mailPort;
        this.client = vertx.createNetClient();
    }

    Future<NetServer> listen(int port) {
        return vertx.createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(port))
                .connectHandler(this::connect)
                .listen();
    }

    private void connect(NetSocket sender) {
        sender.pause();
        client.connect(mailPort, "127.0.0.1")
                .onSuccess(server -> {
                    new SmtpDialogue(vertx, faults, sender, server).begin();
                    sender.resume();
                })
                .onFailure(failure -> sender.close());
    }
}
