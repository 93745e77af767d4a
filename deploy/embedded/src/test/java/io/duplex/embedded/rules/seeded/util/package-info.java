/** A package that is no feature. */
package io.duplex.embedded.rules.seeded.util;
