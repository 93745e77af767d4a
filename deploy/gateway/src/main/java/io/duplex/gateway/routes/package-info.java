/**
 * The routes: Kubernetes Gateway API {@code HTTPRoute} files, read strictly, and the table that finds the route of a
 * request with the precedence of that specification.
 */
package io.duplex.gateway.routes;
