/**
 * The whole suite on one machine with one command: {@link io.duplex.local.Up} starts PostgreSQL, Kafka, the outside
 * world, the four services and the gateway as processes of their own, keeps them running, and leaves none behind.
 */
package io.duplex.local;
