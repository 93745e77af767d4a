/** Invoices and credit notes over REST. */
package io.duplex.invoice.api;
