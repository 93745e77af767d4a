/** Classes that break a rule of the architecture test each, so that every rule is seen to fail. */
package io.duplex.inventory.seeded;
