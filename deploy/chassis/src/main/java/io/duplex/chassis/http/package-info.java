/** What all REST endpoints share: problem details, request ids, pages. */
package io.duplex.chassis.http;
