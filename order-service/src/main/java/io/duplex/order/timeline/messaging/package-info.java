/** What the timeline hears: everything that is a part of an order's story. */
package io.duplex.order.timeline.messaging;
