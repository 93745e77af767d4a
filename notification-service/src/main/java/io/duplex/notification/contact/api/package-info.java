/** Contacts over REST. */
package io.duplex.notification.contact.api;
