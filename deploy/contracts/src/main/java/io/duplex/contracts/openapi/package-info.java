/** What a service's OpenAPI document has to say. */
package io.duplex.contracts.openapi;
