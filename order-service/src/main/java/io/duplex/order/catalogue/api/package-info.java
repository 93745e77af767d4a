/** The catalogue view over REST. */
package io.duplex.order.catalogue.api;
