/** Sales figures over REST, and live. */
package io.duplex.order.analytics.api;
