package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashE2E {
    private static final int ORDERS = 200;

    private final RunningSuite suite = RunningSuite.shared();
    private final Client client = Client.withContact(suite);

    @ParameterizedTest
    @ValueSource(strings = {"order-service", "inventory-service", "invoice-service", "notification-service"})
    void nothingIsLostDoubledOrOversoldWhenAServiceIsKilled(String service) throws Exception {
        var sku = client.sells("3.00", ORDERS, 0);
        var threads = Executors.newFixedThreadPool(8);

        List<Future<String>> placed;
        try {
            placed = IntStream.range(0, ORDERS)
                    .mapToObj(number -> threads.submit(() -> {
                        if (number == ORDERS / 2) {
                            suite.kill(service);
                        }
                        return placeUntilAnswered(sku);
                    }))
                    .toList();
        } finally {
            threads.shutdown();
        }

        for (var order : placed) {
            var id = order.get();
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(client.status(id)).isEqualTo("CONFIRMED"));
        }
        assertThat(client.stock(sku).<Integer>path("available")).isZero();
        Invariants.hold(suite);
    }

    /** As a client should: the same key until there is an answer. */
    private String placeUntilAnswered(String sku) {
        var key = UUID.randomUUID().toString();
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> client.place(key, Map.of(sku, 1)), CrashE2E::isAccepted)
                .path("id");
    }

    private static boolean isAccepted(Response answer) {
        return answer.statusCode() == 201;
    }
}
