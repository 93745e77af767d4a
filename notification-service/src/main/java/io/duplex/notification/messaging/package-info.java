/** What notification-service listens to. */
package io.duplex.notification.messaging;
