/** One half of a circle. */
package io.duplex.embedded.rules.seeded.first;
