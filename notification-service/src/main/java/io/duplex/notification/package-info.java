/**
 * Notifications: for each fact that people care about, one message per recipient and channel. It is written once, in the
 * transaction that hears the fact, and delivered from there by {@link io.duplex.notification.delivery}.
 */
package io.duplex.notification;
