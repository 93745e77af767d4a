/** The services' OpenAPI documents, and the one document for the whole suite that is made of their public operations. */
package io.duplex.gateway.openapi;
