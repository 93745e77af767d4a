package io.duplex.stubs;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Stands before an HTTP endpoint and lets its channel's fault happen; a call that fails leaves no trace behind it. */
record FaultGate(Channel channel, Faults faults) implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext context) {
        Fault fault = faults.of(channel);
        if (fault.latencyMs() == 0) {
            pass(context, fault);
        } else {
            context.vertx().setTimer(fault.latencyMs(), timer -> pass(context, fault));
        }
    }

    private void pass(RoutingContext context, Fault fault) {
        if (!faults.strikes(fault)) {
            context.next();
            return;
        }
        switch (fault.mode()) {
            case ERROR -> refuse(context, fault);
            case RESET -> context.request().connection().close();
            case HANG -> {
                // no answer is the fault
            }
        }
    }

    private static void refuse(RoutingContext context, Fault fault) {
        if (fault.retryAfter() > 0) {
            context.response().putHeader("Retry-After", Integer.toString(fault.retryAfter()));
        }
        int status = fault.statusOr(500);
        if (status < 400) {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Location", "/stub/moved")
                    .end();
        } else {
            context.fail(new Problem(status, "switched-fault", "This fault was switched on."));
        }
    }
}
