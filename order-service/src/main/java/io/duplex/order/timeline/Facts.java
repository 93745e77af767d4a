package io.duplex.order.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.chassis.Ids;
import io.duplex.chassis.events.Received;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What an event tells of an order: itself and, where somebody asked for it, that somebody did. */
final class Facts {
    private static final String REQUEST = "RequestAccepted";

    /** The facts that follow from a request and from nothing else; their cause is the request's id. */
    private static final Map<String, String> ASKED_FOR = Map.of(
            "OrderCreated", "Asked to place the order",
            "OrderCancelled", "Asked to cancel the order",
            "OrderShipped", "Asked to ship the order",
            "ShipmentDelivered", "Asked to say that the goods have arrived");

    private Facts() {}

    /** The facts, the cause first; none when it is not about an order. */
    static Stream<Fact> of(Received<JsonNode> event) {
        return order(event).stream().flatMap(order -> of(order, event));
    }

    private static Stream<Fact> of(UUID order, Received<JsonNode> event) {
        var type = event.type().replaceAll("^duplex\\.|\\.v\\d+$", "");
        var source = event.source().replaceFirst("^/duplex/", "");
        var cause = event.causationId();
        var fact =
                new Fact(order, event.asCause(), event.time(), source, type, Summaries.of(type, event.data()), cause);
        var asked = ASKED_FOR.get(type);
        return asked == null || cause == null
                ? Stream.of(fact)
                : Stream.of(new Fact(order, cause, event.time(), source, REQUEST, asked, null), fact);
    }

    private static Optional<UUID> order(Received<JsonNode> event) {
        var correlation = event.correlationId();
        return Ids.parse(
                correlation != null ? correlation : event.data().path("orderId").asText());
    }
}
