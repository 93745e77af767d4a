/** The question before an order: is there enough, and what does it cost. */
package io.duplex.inventory.availability;
