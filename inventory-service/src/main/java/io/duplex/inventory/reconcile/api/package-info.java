/** Reconciliation over REST. */
package io.duplex.inventory.reconcile.api;
