/** Reservations over REST. */
package io.duplex.inventory.reservation.api;
