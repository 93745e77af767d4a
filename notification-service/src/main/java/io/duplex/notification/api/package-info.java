/** Notifications over REST. */
package io.duplex.notification.api;
