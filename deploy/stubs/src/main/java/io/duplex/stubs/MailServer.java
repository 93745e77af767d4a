package io.duplex.stubs;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.stream.Collectors;

/** An SMTP server that takes mail for anybody; every message goes to the inbox once, whatever number of recipients. */
final class MailServer implements AutoCloseable {
    private static final ServerSetup ANY_PORT = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

    private final GreenMail mail = new GreenMail(ANY_PORT);
    private final GreenMailUser everybody;
    private final Inbox inbox;

    private MailServer(Inbox inbox) throws UserException {
        this.inbox = inbox;
        this.everybody = mail.getUserManager().createUser("everybody@localhost", "everybody", "everybody");
        mail.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    static MailServer start(Inbox inbox) throws UserException {
        MailServer server = new MailServer(inbox);
        server.mail.start();
        return server;
    }

    int port() {
        return mail.getSmtp().getPort();
    }

    @Override
    public void close() {
        mail.stop();
    }

    /** Called for every recipient. The server's own mailbox is emptied each time: the inbox is what remembers. */
    private GreenMailUser deliver(MovingMessage message, MailAddress recipient) throws MessagingException {
        try {
            if (message.getToAddresses().iterator().next().equals(recipient)) {
                inbox.add(MailItem.of(message.getReturnPath().getEmail(), recipients(message), message.getMessage()));
            }
            mail.purgeEmailFromAllMailboxes();
            return everybody;
        } catch (IOException | FolderException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    private static String recipients(MovingMessage message) {
        return message.getToAddresses().stream().map(MailAddress::getEmail).collect(Collectors.joining(", "));
    }
}
