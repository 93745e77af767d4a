/** What the sales figures listen to. */
package io.duplex.order.analytics.messaging;
