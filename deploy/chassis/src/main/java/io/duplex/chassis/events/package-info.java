/** Events as this suite tells and hears them: CloudEvents 1.0 in Kafka's binary mode. */
package io.duplex.chassis.events;
