/** Stock over REST. */
package io.duplex.inventory.stock.api;
