/** Journeys and faults over the packaged suite, started as a user starts it. */
package io.duplex.e2e;
