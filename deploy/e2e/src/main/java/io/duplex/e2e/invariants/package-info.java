/** What must be true of the suite whatever has happened to it, each with the check that can tell. */
package io.duplex.e2e.invariants;
