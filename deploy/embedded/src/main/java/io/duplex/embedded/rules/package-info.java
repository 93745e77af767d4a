/** How every service is built, for its architecture test. */
package io.duplex.embedded.rules;
