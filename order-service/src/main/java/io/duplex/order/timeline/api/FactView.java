package io.duplex.order.timeline.api;

import io.duplex.order.timeline.Fact;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact about an order, as it is shown. */
@Schema(name = "Fact")
record FactView(Instant at, String source, String type, String summary, String eventId, @Nullable String causationId) {

    static FactView of(Fact fact) {
        return new FactView(fact.at(), fact.source(), fact.type(), fact.summary(), fact.eventId(), fact.causationId());
    }
}
