/**
 * The local gateway: one origin in front of the services. It reads the {@code HTTPRoute} files that a cluster's
 * gateway is given and serves them on one machine.
 */
package io.duplex.gateway;
