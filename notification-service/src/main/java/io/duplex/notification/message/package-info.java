/**
 * What messages say: one Qute template per fact, language and format, checked against the fact's record when the service
 * is built, and rendered when a message is sent.
 */
package io.duplex.notification.message;
