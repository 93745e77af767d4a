package io.duplex.invoice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order and concerns its invoice.
 *
 * @param reason why, if it was told
 * @param cause the id of the event that told it
 */
public record OrderFact(UUID orderId, @Nullable String reason, String cause) {}
