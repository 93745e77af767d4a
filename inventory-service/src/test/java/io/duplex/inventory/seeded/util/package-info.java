/** A package that is no feature. */
package io.duplex.inventory.seeded.util;
