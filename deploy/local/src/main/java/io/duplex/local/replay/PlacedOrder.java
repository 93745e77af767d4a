package io.duplex.local.replay;

import org.joda.money.Money;

/** An order that the suite has accepted. */
record PlacedOrder(String reference, String id, String customer, Money total) {}
