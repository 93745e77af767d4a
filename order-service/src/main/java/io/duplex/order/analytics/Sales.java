package io.duplex.order.analytics;

import io.duplex.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Sales of a range.
 *
 * @param bucket {@code hour} or {@code day}
 * @param items every bucket of the range, oldest first, those without orders among them
 * @param topSkus of the sold orders of the range, the most sold first
 */
public record Sales(String bucket, List<Bucket> items, List<TopSku> topSkus) {
    /**
     * Orders by the time of their creation.
     *
     * @param orders how many were placed, whatever has become of them
     * @param byStatus how many of them stand where at present
     * @param revenue net, of those that are sold, by currency
     */
    public record Bucket(Instant start, long orders, Map<OrderStatus, Long> byStatus, List<Money> revenue) {}

    /** How much was sold of a product. */
    public record TopSku(String sku, long quantity) {}
}
