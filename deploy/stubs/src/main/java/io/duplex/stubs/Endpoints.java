package io.duplex.stubs;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Everything that the stubs answer over HTTP. */
final class Endpoints {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final Router router;
    private final Inboxes inboxes;
    private final Faults faults;

    private Endpoints(Router router, Inboxes inboxes, Faults faults) {
        this.router = router;
        this.inboxes = inboxes;
        this.faults = faults;
    }

    static Router create(Vertx vertx, Inboxes inboxes, Faults faults, Issuer issuer, Clients clients) {
        Endpoints endpoints = new Endpoints(Router.router(vertx), inboxes, faults);
        endpoints.common();
        endpoints.tokens(new TokenEndpoint(issuer), clients);
        endpoints.providers();
        for (Channel channel : Channel.values()) {
            endpoints.inbox(channel.inbox(), inboxes.of(channel));
        }
        endpoints.faultSwitches();
        return endpoints.router;
    }

    private void common() {
        router.route()
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .failureHandler(Problem::answer);
        router.errorHandler(404, Problem::answer).errorHandler(405, Problem::answer);
    }

    private void tokens(TokenEndpoint tokens, Clients clients) {
        router.post("/dev/token").handler(tokens::issue);
        router.post("/dev/oauth/token").handler(new ClientTokenEndpoint(tokens, clients)::issue);
        router.get("/dev/jwks").handler(tokens::keys);
    }

    private void providers() {
        SmsProvider sms = new SmsProvider(inboxes.of(Channel.SMS));
        AccountingSystem accounting = new AccountingSystem(inboxes.of(Channel.ACCOUNTING));
        WebhookReceiver webhooks = new WebhookReceiver(inboxes.of(Channel.WEBHOOKS));
        router.post("/sms/messages").handler(gate(Channel.SMS)).handler(sms::accept);
        router.post("/accounting/documents").handler(gate(Channel.ACCOUNTING)).handler(accounting::accept);
        router.post("/stub/webhooks").handler(gate(Channel.WEBHOOKS)).handler(webhooks::accept);
    }

    private void inbox(String name, Inbox inbox) {
        String path = "/stub/" + name;
        router.get(path).handler(context -> context.response()
                .putHeader("Content-Type", "application/json")
                .end(inbox.toJson()));
        router.delete(path).handler(context -> {
            inbox.clear();
            context.response().setStatusCode(204).end();
        });
    }

    private void faultSwitches() {
        router.get("/stub/faults").handler(this::answerFaults);
        router.put("/stub/faults").handler(context -> {
            faults.replace(Fields.ofBody(context));
            answerFaults(context);
        });
    }

    private void answerFaults(RoutingContext context) {
        context.json(faults.toJson());
    }

    private FaultGate gate(Channel channel) {
        return new FaultGate(channel, faults);
    }
}
