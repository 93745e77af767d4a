/** Value added tax: which rate holds when, and what a basket owes (EN 16931's VAT breakdown). */
package io.duplex.invoice.tax;
