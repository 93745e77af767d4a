/** Alert recipients over REST. */
package io.duplex.notification.alert.api;
