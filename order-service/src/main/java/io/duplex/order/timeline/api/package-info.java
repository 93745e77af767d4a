/** Timelines over REST, and live. */
package io.duplex.order.timeline.api;
