/** Faults under load: what is done to a suite, and the table of what it withstood. */
package io.duplex.e2e.faults;
