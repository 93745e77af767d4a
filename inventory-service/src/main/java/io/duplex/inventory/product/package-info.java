/** Products: what can be ordered, its price and its tax category. */
package io.duplex.inventory.product;
