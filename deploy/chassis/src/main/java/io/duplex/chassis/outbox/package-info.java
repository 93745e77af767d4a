/** The transactional outbox: facts are rows of the change's own transaction, and a relay sends them. */
package io.duplex.chassis.outbox;
