/**
 * The demo: three orders placed through the gateway as a client would, and each one's story as it happens. What it
 * prints is what it saw: answers of REST calls, and the facts that arrive on the topics.
 */
package io.duplex.local.demo;
