/**
 * How a service deals with Kafka: clients whose settings lose nothing, consumers that are watched for standstill, and an
 * orderly end.
 */
package io.duplex.chassis.kafka;
