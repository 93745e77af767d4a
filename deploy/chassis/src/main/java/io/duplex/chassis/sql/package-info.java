/** The service's database on the reactive client: statements, transactions, and the one way to publish with them. */
package io.duplex.chassis.sql;
