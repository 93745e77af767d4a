/**
 * Products and their prices, stock and its ledger, reservations: what there is, and who has been promised it. Each
 * feature is a package; this one holds what a SKU and a line of text are for all of them.
 */
package io.duplex.inventory;
