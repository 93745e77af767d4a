package io.duplex.order.api;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an order is cancelled. */
@Schema(examples = """
                {"reason":"ordered twice"}
                """)
record CancelOrderRequest(@Nullable @Size(max = 500) @Pattern(regexp = "[^\\u0000]*") String reason) {}
