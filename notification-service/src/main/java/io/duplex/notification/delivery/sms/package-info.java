/** SMS over the provider's HTTP API. */
package io.duplex.notification.delivery.sms;
