/** What a service's AsyncAPI document has to say, and to be right about. */
package io.duplex.contracts.asyncapi;
