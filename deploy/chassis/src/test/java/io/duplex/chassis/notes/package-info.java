/** A service as small as can be, made of the chassis alone, for the chassis' own tests. */
package io.duplex.chassis.notes;
