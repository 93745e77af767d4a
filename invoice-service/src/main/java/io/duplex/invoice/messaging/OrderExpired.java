package io.duplex.invoice.messaging;

import java.util.UUID;

/** An order's reservation ran out before it was shipped. */
record OrderExpired(UUID orderId) {}
