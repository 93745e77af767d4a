/**
 * Invoices and their life: drafted with the order, issued with a gapless number when it is confirmed, discarded when it
 * is refused, credited when it is cancelled afterwards. What has been issued never changes.
 */
package io.duplex.invoice;
