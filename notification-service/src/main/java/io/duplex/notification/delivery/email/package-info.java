/** Email over SMTP. */
package io.duplex.notification.delivery.email;
