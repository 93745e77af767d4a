/** Alert recipients: the colleagues who hear that stock runs low. */
package io.duplex.notification.alert;
