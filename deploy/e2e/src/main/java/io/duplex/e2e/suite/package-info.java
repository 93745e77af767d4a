/** The packaged suite as it runs: its processes, its databases, and the file that says where they are. */
package io.duplex.e2e.suite;
