package io.duplex.stubs;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Takes accounting documents, each exactly once: a repeated key is answered the same and recorded no second time. */
final class AccountingSystem {
    private final Inbox inbox;
    private final Receipts receipts = new Receipts();

    AccountingSystem(Inbox inbox) {
        this.inbox = inbox;
    }

    void accept(RoutingContext context) {
        String key = IdempotencyKey.required(context);
        JsonObject document = Fields.ofBody(context).json();
        if (!receipts.knows(key)) {
            inbox.add(new JsonObject().put("idempotencyKey", key).put("document", document));
        }
        context.response().setStatusCode(201);
        context.json(new JsonObject().put("id", receipts.idFor(key)));
    }
}
