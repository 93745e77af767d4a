/** What order-service listens to. */
package io.duplex.order.messaging;
