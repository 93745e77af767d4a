/** Availability over REST. */
package io.duplex.inventory.availability.api;
