/**
 * The policies: Envoy Gateway's {@code BackendTrafficPolicy}, {@code ClientTrafficPolicy} and {@code SecurityPolicy}
 * files, read strictly, and what they mean for a request and its answer.
 */
package io.duplex.gateway.policies;
