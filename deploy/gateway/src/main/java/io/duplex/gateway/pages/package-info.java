/** What the gateway publishes itself, from memory: the document of the API and the page to browse it. */
package io.duplex.gateway.pages;
