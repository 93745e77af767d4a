/** Orders over REST. */
package io.duplex.order.api;
