/** One half of a circle. */
package io.duplex.inventory.seeded.first;
