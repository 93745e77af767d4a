package io.duplex.stubs;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Takes text messages; a repeated key is answered the same id, and yet each call shows in the inbox. */
final class SmsProvider {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST_TEXT = 1600;

    private final Inbox inbox;
    private final Receipts receipts = new Receipts();

    SmsProvider(Inbox inbox) {
        this.inbox = inbox;
    }

    void accept(RoutingContext context) {
        String key = IdempotencyKey.required(context);
        Fields message = Fields.ofBody(context).only("to", "text");
        String to = message.text("to", 16);
        String text = message.text("text", LONGEST_TEXT);
        if (!E164.matcher(to).matches()) {
            throw Problem.badInput("invalid-field", "'to' must be a telephone number such as +4930123456 (E.164).");
        }
        inbox.add(new JsonObject().put("to", to).put("text", text).put("idempotencyKey", key));
        context.response().setStatusCode(202);
        context.json(new JsonObject().put("id", receipts.idFor(key)));
    }
}
