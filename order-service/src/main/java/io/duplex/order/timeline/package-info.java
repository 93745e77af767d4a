/**
 * The timeline of an order: every fact about it, of all services, with what led to it; read at once or followed live. It
 * knows the facts by their events alone.
 */
package io.duplex.order.timeline;
