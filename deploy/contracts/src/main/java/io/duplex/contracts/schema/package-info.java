/** JSON Schema 2020-12: whether data fits, and whether a schema may replace the one that was released. */
package io.duplex.contracts.schema;
