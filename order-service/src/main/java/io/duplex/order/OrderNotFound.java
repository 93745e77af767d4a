package io.duplex.order;

import io.duplex.chassis.http.Problem;

/** Unknown, or another customer's: the two look the same. */
public final class OrderNotFound {
    private OrderNotFound() {}

    public static Problem problem() {
        return Problem.notFound("order-not-found", "There is no such order.");
    }
}
