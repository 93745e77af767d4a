package io.duplex.e2e.conformance;

import io.duplex.contracts.openapi.Operation;
import io.duplex.e2e.conformance.World.Owner;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Tries what a customer can do with the own objects, and what with another's. */
final class Ownership {
    private static final String CUSTOMER = "customer";
    private static final Set<String> OWNED = Set.of("orders", "invoices", "credit-notes", "contacts", "notifications");

    private final Promise promise;
    private final WellFormed wellFormed;
    private final Function<Message, Answer> send;

    Ownership(Promise promise, WellFormed wellFormed, Function<Message, Answer> send) {
        this.promise = promise;
        this.wellFormed = wellFormed;
        this.send = send;
    }

    /** Whether customers may call an operation, and what it is about belongs to one of them. */
    static boolean matters(Operation operation) {
        return operation.roles().contains(CUSTOMER)
                && OWNED.contains(operation.path().split("/", -1)[2]);
    }

    /** What is wrong when a customer calls about the own objects, or another's. */
    List<String> isOf(Owner owner) {
        var operation = promise.operation();
        var own = wellFormed.of(operation, CUSTOMER, Owner.OWN);
        var isList = !operation.path().contains("{") && operation.method().equals("GET");
        if (owner == Owner.OWN) {
            return isList ? onlyOwn(own) : Callers.letIn(promise, CUSTOMER, wellFormed, send);
        }
        if (operation.path().contains("{")) {
            return alike(own);
        }
        var other = wellFormed.world().customer(Owner.FOREIGN);
        return isList ? onlyOwn(own.withQuery("customerId", other)) : notInTheNameOf(other, own);
    }

    /** Another's object is answered as one that does not exist. */
    private List<String> alike(Message own) {
        var message = wellFormed.of(promise.operation(), CUSTOMER, Owner.FOREIGN);
        var exchange = new Exchange(promise, CUSTOMER, message, send.apply(message));
        var unknown = send.apply(own.withTarget(Targets.with(own.target(), promise.operation(), BadIds.UNKNOWN)));
        var same = BadIds.essence(exchange.answer()).equals(BadIds.essence(unknown));
        return exchange.require(exchange.answer().status() == 404, "is not answered 404")
                .require(same, "is not answered as an unknown id is: " + unknown)
                .told();
    }

    private List<String> onlyOwn(Message message) {
        var exchange = new Exchange(promise, CUSTOMER, message, send.apply(message));
        var items = exchange.answer().json().path("items");
        for (var item : items) {
            var owner = item.path("customerId").asText();
            exchange.require(owner.equals(wellFormed.world().customer(Owner.OWN)), "shows what belongs to " + owner);
        }
        var asksForOther = message.target().contains("customerId=");
        return exchange.require(asksForOther || !items.isEmpty(), "shows nothing")
                .require(asksForOther || exchange.answer().isSuccess(), "is not let in")
                .told();
    }

    private List<String> notInTheNameOf(String other, Message own) {
        var body = Answer.json(own.body() == null ? "{}" : own.body());
        var message =
                own.withBody(Patch.put(body, "/customerId", '"' + other + '"').orElseThrow());
        var exchange = new Exchange(promise, CUSTOMER, message, send.apply(message));
        return exchange.require(!exchange.answer().isSuccess(), "is done in another's name")
                .told();
    }
}
