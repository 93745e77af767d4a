/** Orders and their life: placed, confirmed or rejected by what stock says, cancelled, shipped, completed. */
package io.duplex.order;
