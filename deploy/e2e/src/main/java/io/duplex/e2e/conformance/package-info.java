/** The services held against their OpenAPI documents: bad inputs, callers and chance, for every operation there is. */
package io.duplex.e2e.conformance;
