/** What reservations hear of orders: the fields used here, as this service's own records. */
package io.duplex.inventory.reservation.messaging;
