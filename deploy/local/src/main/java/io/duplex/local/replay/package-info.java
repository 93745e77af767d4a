/**
 * Replays the history of a real shop against a running suite, as its clients would: {@link
 * io.duplex.local.replay.OrderHistory} reads the CSV file and {@link io.duplex.local.replay.Invoice} makes baskets of its
 * rows by stated rules, {@link io.duplex.local.replay.Placement} orders and cancels them through the gateway, {@link
 * io.duplex.local.replay.Settlement} waits for what follows, and {@link io.duplex.local.replay.Report} tells the result.
 */
package io.duplex.local.replay;
