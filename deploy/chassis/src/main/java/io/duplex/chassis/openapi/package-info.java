/** What every OpenAPI document of the suite says, so that no resource has to repeat it. */
package io.duplex.chassis.openapi;
