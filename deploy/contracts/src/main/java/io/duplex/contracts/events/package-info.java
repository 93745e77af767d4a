/** Event types: their schemas, examples, released versions, the copies that consumers keep, and what is published. */
package io.duplex.contracts.events;
