/** The services of the suite, as far as their folders tell what they promise, send and listen to. */
package io.duplex.contracts.suite;
