/** What this service listens to: the orders. */
package io.duplex.invoice.messaging;
