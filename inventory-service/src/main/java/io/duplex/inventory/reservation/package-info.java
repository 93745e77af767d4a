/** Reservations: stock promised to orders, all lines of an order or none. */
package io.duplex.inventory.reservation;
