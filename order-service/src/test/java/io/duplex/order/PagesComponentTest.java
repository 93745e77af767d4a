package io.duplex.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@RunningOrderService
class PagesComponentTest {
    private static final String INSERT =
            """
            INSERT INTO orders (id, customer_id, status, availability, currency, total, name, street, postal_code, city,
                                country, created_at, updated_at)
            SELECT ('01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid, '%s', 'PENDING', 'CONFIRMED',
                   'EUR', 1, 'A', 'B', 'C', 'D', 'DE', now(), now()
              FROM generate_series(%d, %d) AS number
            """;
    private static final String BLOCKS =
            """
            SELECT sum(shared_blks_hit + shared_blks_read) FROM pg_stat_statements AS s JOIN pg_roles AS r ON r.oid = s.userid
             WHERE rolname = 'order_service' AND query LIKE '%order by%'
            """;
    private static final int LIMIT = 2;
    private static final int PAGE = 10_000;

    /** Orders of each customer have ids of their own. */
    private static long taken = 1;

    private final String customer = "c-" + UUID.randomUUID();

    static IntStream seeds() {
        return new Random().ints(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showEachOrderOnceWhileOthersComeIn(int seed) throws Exception {
        var random = new Random(seed);
        var first = insert(1 + random.nextInt(40));
        var limit = 1 + random.nextInt(12);
        var seen = new ArrayList<String>();

        @Nullable String after = null;
        do {
            var page = page(limit, after);
            seen.addAll(page.path("items.id"));
            after = page.path("page.next");
            insert(random.nextInt(5));
        } while (after != null);

        assertThat(seen).as("seed %d", seed).isEqualTo(first);
    }

    @Test
    void costOnPage10000WhatTheFirstCosts() throws Exception {
        var ids = insert(LIMIT * PAGE + LIMIT);
        page(LIMIT, null);

        var first = blocksOf(null);
        var last = blocksOf(cursor(ids.get(LIMIT * (PAGE - 1) - 1)));

        assertThat(last).as("blocks read, on the first page %d", first).isBetween(1L, first + 10);
    }

    private long blocksOf(@Nullable String after) throws Exception {
        try (var connection = connect("postgres")) {
            connection.createStatement().execute("SELECT pg_stat_statements_reset()");
            assertThat(page(LIMIT, after).<List<String>>path("items.id")).hasSize(LIMIT);
            var rows = connection.createStatement().executeQuery(BLOCKS);
            rows.next();
            return rows.getLong(1);
        }
    }

    private Response page(int limit, @Nullable String after) {
        var page = Shop.as(customer, "customer")
                .queryParam("limit", limit)
                .queryParams(after == null ? Map.of() : Map.of("after", after))
                .get("/v1/orders");
        page.then().statusCode(200);
        return page;
    }

    /** New orders of the customer; their ids, newest first. */
    private List<String> insert(int count) throws Exception {
        var from = taken;
        taken += count;
        try (var connection = connect("orders")) {
            connection.createStatement().execute(INSERT.formatted(customer, from, from + count - 1));
            connection.createStatement().execute("ANALYZE orders");
        }
        return IntStream.range(0, count)
                .mapToObj(number -> "01990000-0000-7000-8000-%012x".formatted(from + count - 1 - number))
                .toList();
    }

    private static Connection connect(String database) throws Exception {
        return DuplexTestResource.postgres().connect(database);
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
