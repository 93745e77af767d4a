/** What can be seen of a suite from outside: its databases, topics, consumer groups, inboxes, liveness and footprint. */
package io.duplex.e2e.evidence;
