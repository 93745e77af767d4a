/**
 * Stock levels and their ledger. Every change goes through one guarded statement, is a row of the ledger, and is told;
 * a SKU that runs low is told of once per episode.
 */
package io.duplex.inventory.stock;
