/**
 * What a service promises to others, held against what it does: the entry for its tests. Everything here looks at the
 * files of a service's folder, so that a new service, event or document is covered without anyone remembering it.
 */
package io.duplex.contracts;
