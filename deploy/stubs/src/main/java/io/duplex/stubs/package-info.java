/**
 * The outside world of the local stack and the tests: an SMTP server, an SMS provider, an accounting system, a webhook
 * receiver and a token issuer. What they accept lies in inboxes to look into, and each can be told to fail.
 */
package io.duplex.stubs;
