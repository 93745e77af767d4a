package io.duplex.stubs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** An email as the inbox shows it. */
final class MailItem {
    private final JsonObject json = new JsonObject();
    private final JsonArray attachments = new JsonArray();

    private MailItem() {}

    /** From and to are those of the SMTP dialogue: where it really went. */
    static JsonObject of(String from, String to, MimeMessage message) throws MessagingException, IOException {
        MailItem item = new MailItem();
        item.json
                .put("from", from)
                .put("to", to)
                .put("subject", message.getSubject())
                .putNull("text")
                .putNull("html")
                .put("messageId", message.getMessageID())
                .put("attachments", item.attachments);
        item.read(message);
        return item.json;
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i));
            }
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attach(part);
        } else if (part.isMimeType("text/html")) {
            json.put("html", part.getContent().toString());
        } else if (part.isMimeType("text/plain")) {
            json.put("text", part.getContent().toString());
        } else {
            attach(part);
        }
    }

    private void attach(Part part) throws MessagingException, IOException {
        attachments.add(new JsonObject()
                .put("name", part.getFileName())
                .put("type", new ContentType(part.getContentType()).getBaseType())
                .put("size", part.getInputStream().readAllBytes().length));
    }
}
