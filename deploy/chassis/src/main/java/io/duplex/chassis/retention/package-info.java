/** Forgetting in time: tables that would grow for ever lose what nobody can ask for any more. */
package io.duplex.chassis.retention;
