/**
 * Real PostgreSQL and a real Kafka broker from Maven artifacts: what the tests and the local stack run on where no
 * container engine is at hand. Both servers are processes of their own, bound to 127.0.0.1, on a folder that survives
 * them, so that they can be stopped, killed and started again as in life.
 */
package io.duplex.embedded;
