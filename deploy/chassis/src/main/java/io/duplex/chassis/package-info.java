/**
 * The microservice chassis: what every service of the suite needs and none owns. Services call it; nothing in it is to
 * be extended, and no domain type ever enters it.
 */
package io.duplex.chassis;
