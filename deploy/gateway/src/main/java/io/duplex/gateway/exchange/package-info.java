/**
 * What happens to one request and its answer, as a chain of interceptors: correlation, problems, limits, routing,
 * draining, deadline, forwarding. A further concern (rate limits, CORS) is a further link of the chain.
 */
package io.duplex.gateway.exchange;
