package io.duplex.invoice.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order was confirmed, rejected or cancelled: the event's type says which. */
record OrderChanged(UUID orderId, @Nullable String reason) {}
