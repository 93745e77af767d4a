/** What this service hears of its neighbours: the fields used here, as its own records. */
package io.duplex.inventory.messaging;
