/** JSON as the suite reads and writes it. */
package io.duplex.chassis.json;
