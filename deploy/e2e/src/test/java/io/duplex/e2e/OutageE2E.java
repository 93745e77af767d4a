package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class OutageE2E {
    private static final Duration BROKER_OUTAGE = Duration.ofSeconds(60);

    private final RunningSuite suite = RunningSuite.shared();
    private final Client client = Client.withContact(suite);

    @Test
    void knownProductsAreSoldAndUnknownOnesAreNotWhileInventoryIsAway() {
        var sku = client.sells("7.00", 5, 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> viewKnows(sku));
        String id;
        suite.freeze("inventory-service");
        try {
            var placed = client.place(sku, 1);
            placed.then().statusCode(201).body("availability", equalTo("ASSUMED"));
            id = placed.path("id");
            client.place("NEVER-HEARD-OF", 1).then().statusCode(503).header("Retry-After", notNullValue());
        } finally {
            suite.thaw("inventory-service");
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(client.status(id)).isEqualTo("CONFIRMED"));
    }

    @Test
    void ordersAreAcceptedWithoutTheBrokerAndAllIsCaughtUpAfterwards() {
        var sku = client.sells("7.00", 1_000, 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> viewKnows(sku));
        var ids = new ArrayList<String>();
        suite.freeze("kafka");
        try {
            var end = Instant.now().plus(BROKER_OUTAGE);
            await().atMost(BROKER_OUTAGE.plusSeconds(30))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        ids.add(client.place(sku, 1)
                                .then()
                                .statusCode(201)
                                .extract()
                                .path("id"));
                        return Instant.now().isAfter(end);
                    });
        } finally {
            suite.thaw("kafka");
        }

        for (var id : ids) {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(client.status(id)).isEqualTo("CONFIRMED"));
        }
        Invariants.hold(suite);
    }

    private boolean viewKnows(String sku) {
        return suite.count(
                        "orders",
                        "SELECT count(*) FROM catalogue_item WHERE available IS NOT NULL AND unit_price IS NOT NULL"
                                + " AND sku = '" + sku + "'")
                == 1;
    }
}
