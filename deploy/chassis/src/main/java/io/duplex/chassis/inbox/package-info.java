/** Idempotent consumption: batches, claimed event by event in the transaction of their effects. */
package io.duplex.chassis.inbox;
