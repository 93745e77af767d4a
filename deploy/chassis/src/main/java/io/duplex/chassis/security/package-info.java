/** Who calls: bearer tokens, roles, and how a token travels on. */
package io.duplex.chassis.security;
