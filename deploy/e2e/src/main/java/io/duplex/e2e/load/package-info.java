/** An open-loop load of customers who order, wait for nobody, and remember what they were answered. */
package io.duplex.e2e.load;
