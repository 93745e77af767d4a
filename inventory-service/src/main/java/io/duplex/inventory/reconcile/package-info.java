/**
 * Compares what is written twice: levels with the ledger and with the reservations, reservations with the orders behind
 * them. Says what differs, and sets it right when asked to.
 */
package io.duplex.inventory.reconcile;
