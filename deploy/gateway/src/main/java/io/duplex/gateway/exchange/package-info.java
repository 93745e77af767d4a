/**
 * What happens to one request and its answer, as a chain of interceptors: correlation, headers, other origins, problems,
 * rate limits, sizes, own pages, routing, draining, deadline, forwarding, outcome. A further concern is a further link.
 */
package io.duplex.gateway.exchange;
