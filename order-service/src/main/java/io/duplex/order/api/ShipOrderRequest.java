package io.duplex.order.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which shipment an order leaves. */
@Schema(examples = """
                {"shipmentId":"01991f80-2c4d-7e6f-8a9b-0c1d2e3f4a5b"}
                """)
record ShipOrderRequest(@NotNull UUID shipmentId) {}
