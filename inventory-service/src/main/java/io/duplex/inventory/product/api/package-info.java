/** Products over REST. */
package io.duplex.inventory.product.api;
