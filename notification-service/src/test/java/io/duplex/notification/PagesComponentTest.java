package io.duplex.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.KeysetList;
import io.duplex.embedded.StatementCounts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@RunningNotificationService
class PagesComponentTest {
    private static final String INSERT =
            """
            INSERT INTO notification (customer_id, recipient, id, event_id, channel, template, locale, fact, status, subject, body)
            SELECT customer, customer, id, id, 'EMAIL', 'order-confirmed', 'en', '{}', 'SENT', 'Hello', 'You.'
              FROM (SELECT '%s' AS customer, ('01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid AS id
                      FROM generate_series(%d, %d) AS number) AS skipped
            """;
    private static final int LIMIT = 2;
    private static final int PAGE = 10_000;

    private final String customer = "c-" + UUID.randomUUID();
    private final KeysetList list =
            new KeysetList(new StatementCounts("notification-service"), this::page, this::insert);

    static IntStream seeds() {
        return new Random().ints(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showEachNotificationOnceWhileOthersComeIn(int seed) {
        assertThat(list.differenceWhileOthersComeIn(new Random(seed)))
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    void costOnPage10000WhatTheFirstCosts() {
        var ids = list.write(LIMIT * PAGE + LIMIT);
        Town.sql("ANALYZE notification");

        var first = list.blocksAfter(null, LIMIT);
        var last = list.blocksAfter(ids.get(LIMIT * (PAGE - 1) - 1), LIMIT);

        assertThat(last).as("blocks read, on the first page %d", first).isBetween(1L, first + 10);
    }

    private KeysetList.Page page(int limit, @Nullable String after) {
        var page = Town.as(customer, "customer")
                .queryParam("limit", limit)
                .queryParams(after == null ? Map.of() : Map.of("after", after))
                .get("/v1/notifications");
        page.then().statusCode(200);
        return new KeysetList.Page(page.path("items.id"), page.path("page.next"));
    }

    private void insert(long from, long to) {
        Town.sql(INSERT.formatted(customer, from, to));
    }
}
