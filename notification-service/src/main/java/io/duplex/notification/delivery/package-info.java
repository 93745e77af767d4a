/**
 * Delivery: due notifications are claimed in a committed statement with a lease, handed to the provider outside any
 * transaction, and the result is written together with the event that tells of it. Each channel has a lane of its own,
 * so that a provider that hangs holds up nobody else's messages.
 */
package io.duplex.notification.delivery;
