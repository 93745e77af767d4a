/** Dead letters over REST, for those who run the service. */
package io.duplex.chassis.inbox.api;
