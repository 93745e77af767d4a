package io.duplex.e2e.load;

import io.duplex.e2e.load.Wire.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is sold to whom: some products that everybody wants, many that few want, and scarce ones that run low and are
 * restocked; customers of whom one in three can be reached.
 */
public final class Shop {
    private static final int PLENTY = 100_000_000;
    private static final int SCARCE_STOCK = 60;
    private static final int SCARCE_THRESHOLD = 20;
    private static final int CUSTOMERS = 12;

    private final Wire wire;
    private final String url;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> hot = skus("HOT", 2);
    private final List<String> wide = skus("WIDE", 30);
    private final List<String> scarce = skus("SCARCE", 3);
    private final List<String> customers =
            IntStream.range(0, CUSTOMERS).mapToObj(i -> "c-" + mark + "-" + i).toList();

    private Shop(Wire wire, String url) {
        this.wire = wire;
        this.url = url;
    }

    /** Opens a shop in a running suite: its products are for sale when this returns. */
    public static Shop open(Wire wire, String url) {
        var shop = new Shop(wire, url);
        Stream.concat(shop.hot.stream(), shop.wide.stream()).forEach(sku -> shop.sell(sku, 0, PLENTY));
        shop.scarce.forEach(sku -> shop.sell(sku, SCARCE_THRESHOLD, SCARCE_STOCK));
        for (var i = 0; i < CUSTOMERS; i += 3) {
            shop.register(shop.customers.get(i));
        }
        var recipient = Map.of("channel", "EMAIL", "address", "stock-" + shop.mark + "@duplex.example");
        wire.require(Caller.STAFF, "PUT", url + "/v1/alert-recipients", null, Map.of("recipients", List.of(recipient)));
        return shop;
    }

    private List<String> skus(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> kind + "-" + mark + "-" + i)
                .toList();
    }

    private void sell(String sku, int lowThreshold, int stock) {
        var product = Map.of(
                "sku",
                sku,
                "name",
                "Thing " + sku,
                "unitPrice",
                Map.of("amount", "3.50", "currency", "EUR"),
                "taxCategory",
                "STANDARD",
                "lowThreshold",
                lowThreshold,
                "initialStock",
                stock);
        wire.require(Caller.STAFF, "POST", url + "/v1/products", sku, product);
    }

    private void register(String customer) {
        var contact = Map.of("email", customer + "@customer.example", "phone", "+4915112345678", "locale", "en");
        wire.require(Caller.customer(customer), "PUT", url + "/v1/contacts/" + customer, null, contact);
    }

    /** Everything that is sold. */
    public List<String> skus() {
        return Stream.of(hot, wide, scarce).flatMap(List::stream).toList();
    }

    /** An order that somebody might place. */
    PlacedOrder wish(RandomGenerator random) {
        var basket = new LinkedHashMap<String, Integer>();
        basket.put(pick(random, random.nextInt(3) == 0 ? hot : wide), 1 + random.nextInt(3));
        basket.put(pick(random, random.nextInt(20) == 0 ? scarce : wide), 1);
        return new PlacedOrder(pick(random, customers), basket);
    }

    /** An order of a customer who cannot be reached, for one piece of what everybody wants. */
    PlacedOrder plainWish(int number) {
        return new PlacedOrder("nobody-" + mark + "-" + number % 4, Map.of(wide.get(number % wide.size()), 1));
    }

    /** A scarce product to restock. */
    String runningOut(RandomGenerator random) {
        return pick(random, scarce);
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
