package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutageE2E {
    private final RunningSuite suite = RunningSuite.shared();
    private final Client client = Client.withContact(suite);

    @Test
    void knownProductsAreSoldAndUnknownOnesAreNotWhileInventoryIsAway() {
        var sku = client.sells("7.00", 5, 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> viewKnows(sku));
        String id;
        suite.processes().freeze("inventory-service");
        try {
            var placed = client.place(sku, 1);
            placed.then().statusCode(201).body("availability", equalTo("ASSUMED"));
            id = placed.path("id");
            client.placeOnce("nobody-to-ask", Map.of("NEVER-HEARD-OF", 1))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue());
        } finally {
            suite.processes().thaw("inventory-service");
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(client.status(id)).isEqualTo("CONFIRMED"));
    }

    private boolean viewKnows(String sku) {
        return suite.databases()
                        .count(
                                "orders",
                                "SELECT count(*) FROM catalogue_item WHERE available IS NOT NULL AND unit_price IS NOT NULL"
                                        + " AND sku = '" + sku + "'")
                == 1;
    }
}
