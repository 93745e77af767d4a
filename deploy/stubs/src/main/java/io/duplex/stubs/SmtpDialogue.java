package io.duplex.stubs;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.Locale;

/**
 * One SMTP connection (RFC 5321). A fault happens at MAIL, where a message begins: so a connection that the sender keeps
 * for many messages meets it, too.
 */
final class SmtpDialogue {
    private static final String CRLF = "\r\n";

    private final Vertx vertx;
    private final Faults faults;
    private final NetSocket sender;
    private final NetSocket server;
    private final RecordParser commands;
    private final RecordParser replies;
    private boolean inText;
    private boolean hanging;

    SmtpDialogue(Vertx vertx, Faults faults, NetSocket sender, NetSocket server) {
        this.vertx = vertx;
        this.faults = faults;
        this.sender = sender;
        this.server = server;
        this.commands = RecordParser.newDelimited(CRLF, sender);
        this.replies = RecordParser.newDelimited(CRLF, server);
    }

    void begin() {
        commands.handler(this::fromSender);
        replies.handler(this::fromServer);
        sender.closeHandler(closed -> server.close());
        server.closeHandler(closed -> sender.close());
    }

    private void fromServer(Buffer reply) {
        if (reply.toString().startsWith("354")) {
            inText = true;
        }
        sender.write(reply.copy().appendString(CRLF));
    }

    private void fromSender(Buffer line) {
        boolean mail = !inText && line.toString().toUpperCase(Locale.ROOT).startsWith("MAIL ");
        if (hanging) {
            return;
        }
        if (mail) {
            beginMessage(line);
        } else {
            pass(line);
        }
    }

    private void pass(Buffer line) {
        if (inText && line.toString().equals(".")) {
            inText = false;
        }
        server.write(line.copy().appendString(CRLF));
    }

    private void beginMessage(Buffer line) {
        Fault fault = faults.of(Channel.EMAIL);
        if (fault.latencyMs() == 0) {
            passOrFail(line, fault);
            return;
        }
        commands.pause();
        vertx.setTimer(fault.latencyMs(), timer -> {
            passOrFail(line, fault);
            commands.resume();
        });
    }

    private void passOrFail(Buffer line, Fault fault) {
        if (!faults.strikes(fault)) {
            pass(line);
            return;
        }
        switch (fault.mode()) {
            case ERROR -> sender.write(fault.statusOr(451) + " 4.3.0 This fault was switched on" + CRLF);
            case RESET -> sender.close();
            case HANG -> hanging = true;
        }
    }
}
