package io.duplex.stubs;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** A partner's webhook endpoint: takes anything, and keeps headers (names in lower case) and body as they came. */
final class WebhookReceiver {
    private final Inbox inbox;

    WebhookReceiver(Inbox inbox) {
        this.inbox = inbox;
    }

    void accept(RoutingContext context) {
        JsonObject headers = new JsonObject();
        for (String name : context.request().headers().names()) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(", ", context.request().headers().getAll(name)));
        }
        String body = context.body().isEmpty() ? "" : context.body().asString();
        inbox.add(new JsonObject().put("headers", headers).put("body", body));
        context.response().setStatusCode(204).end();
    }
}
