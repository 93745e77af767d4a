package io.duplex.order.analytics;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics.Sent;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders by chance in days that are this seed's own, and what has been told of them: one fact for each step of their lives.
 */
final class ChanceOrders {
    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2031-01-01T00:00:00Z");
    private static final int DAYS = 3;
    private static final List<List<String>> LIVES = List.of(
            List.of("Created"),
            List.of("Created", "Confirmed"),
            List.of("Created", "Rejected"),
            List.of("Created", "Cancelled"),
            List.of("Created", "Confirmed", "Cancelled"),
            List.of("Created", "Confirmed", "Expired"),
            List.of("Created", "Confirmed", "Shipped"),
            List.of("Created", "Confirmed", "Shipped", "Completed"));
    private static final String ORDER =
            """
            INSERT INTO orders (id, customer_id, status, availability, currency, total, name, street, postal_code, city,
                                country, version, created_at, updated_at, shipment_id)
            SELECT id, 'c-chance', status, 'CONFIRMED', ?, ?, 'A. Buyer', 'Main St 1', '10115', 'Berlin', 'DE', ?,
                   ?::timestamptz, now(), CASE WHEN status IN ('SHIPPED', 'COMPLETED') THEN id END
              FROM (VALUES (?::uuid, ?)) AS placed (id, status)
            """;
    private static final String LINE = "INSERT INTO order_line VALUES (?::uuid, ?, ?, 'Thing', ?, 1.00, 'STANDARD')";

    private final Random random;
    private final OffsetDateTime from;
    private final List<Sent> told = new ArrayList<>();

    private record Line(String sku, int quantity) {}

    private record Placed(String id, String currency, BigDecimal total, OffsetDateTime at, List<Line> lines) {}

    /** Stores so many orders. */
    ChanceOrders(long seed, int count) throws SQLException, IOException {
        random = new Random(seed);
        from = BEGINNING.plusDays(seed * DAYS);
        try (var connection = DuplexTestResource.postgres().connect("orders")) {
            for (var number = 0; number < count; number++) {
                var life = LIVES.get(random.nextInt(LIVES.size()));
                var placed = placed();
                store(connection, placed, life);
                IntStream.range(0, life.size()).forEach(step -> told.add(fact(placed, life.get(step), step + 1)));
            }
        }
    }

    OffsetDateTime from() {
        return from;
    }

    OffsetDateTime to() {
        return from.plusDays(DAYS);
    }

    /** What was told, in an order that only a broken world would show, a third of it twice. */
    List<Sent> toldByChance() {
        var all = new ArrayList<>(told);
        told.stream().filter(fact -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    private Placed placed() {
        var digits = random.nextInt(4) == 0 ? 0 : 2;
        var lines = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(sku -> new Line("CHANCE-" + sku, 1 + random.nextInt(5)))
                .toList();
        return new Placed(
                UUID.randomUUID().toString(),
                digits == 0 ? "JPY" : "EUR",
                BigDecimal.valueOf(1 + random.nextInt(100_000), digits),
                from.plusSeconds(random.nextInt(DAYS * 86_400)),
                lines);
    }

    private static void store(Connection connection, Placed placed, List<String> life) throws SQLException {
        var last = life.get(life.size() - 1);
        try (var order = connection.prepareStatement(ORDER);
                var line = connection.prepareStatement(LINE)) {
            order.setString(1, placed.currency());
            order.setBigDecimal(2, placed.total());
            order.setInt(3, life.size());
            order.setString(4, placed.at().toString());
            order.setString(5, placed.id());
            order.setString(6, last.equals("Created") ? "PENDING" : last.toUpperCase(Locale.ROOT));
            order.executeUpdate();
            for (var position = 0; position < placed.lines().size(); position++) {
                line.setString(1, placed.id());
                line.setInt(2, position);
                line.setString(3, placed.lines().get(position).sku());
                line.setInt(4, placed.lines().get(position).quantity());
                line.executeUpdate();
            }
        }
    }

    private static Sent fact(Placed placed, String name, int version) {
        var lines = placed.lines().stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.sku(), line.quantity()))
                .collect(Collectors.joining(",", "[", "]"));
        var creation = ",\"createdAt\":\"%s\",\"lines\":%s".formatted(placed.at(), lines);
        var data = "{\"orderId\":\"%s\",\"total\":{\"amount\":\"%s\",\"currency\":\"%s\"}%s}"
                .formatted(
                        placed.id(),
                        placed.total().toPlainString(),
                        placed.currency(),
                        name.equals("Created") ? creation : "");
        return new Sent(UUID.randomUUID(), "duplex.Order" + name + ".v1", placed.id(), version, data);
    }
}
