/** Idempotency keys, claimed in the business transaction. */
package io.duplex.chassis.idempotency;
