/** The services behind the gateway: their replicas, turns, and pooled connections. */
package io.duplex.gateway.backends;
