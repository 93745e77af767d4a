package io.duplex.inventory.messaging;

import static io.duplex.inventory.Warehouse.changeThresholds;
import static io.duplex.inventory.Warehouse.move;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.TestTopics.Sent;
import io.duplex.inventory.Books;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders with their lines in any order, cancellations and clerks, all at once and about the same few SKUs. */
@QuarkusTest
@RunningInventoryService
class ConcurrentStockComponentTest {
    private static final int ROUNDS = 4;
    private static final int REPLICAS = 5;
    private static final int CLERKS = 3;
    private static final List<String> TYPES = List.of("RECEIPT", "RETURN", "ADJUSTMENT", "COUNT");

    @Inject
    OrderListener listener;

    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void addsUpAndNobodySeesADeadlock(long seed) throws ExecutionException, InterruptedException {
        var skus =
                Stream.generate(() -> warehouse.product(150, 20, 40)).limit(4).toList();
        var clerks = IntStream.range(0, CLERKS)
                .mapToObj(clerk ->
                        CompletableFuture.supplyAsync(() -> movements(skus, new Random(seed * CLERKS + clerk))))
                .toList();
        var random = new Random(seed);
        var placed = new ArrayList<UUID>();
        var open = Stream.generate(ArrayList<UUID>::new).limit(REPLICAS).toList();

        for (var round = 0; round < ROUNDS; round++) {
            new OrderBatches(listener)
                    .consumeInParallel(open.stream()
                            .map(ofReplica -> batch(skus, ofReplica, placed, random))
                            .toList());
        }

        for (var clerk : clerks) {
            assertThat(clerk.get())
                    .as("answers to a clerk, seed %d", seed)
                    .isSubsetOf("201 null", "200 null", "409 insufficient-stock");
        }
        assertThat(number("SELECT count(*) FROM reservation WHERE order_id = ANY(?::uuid[])", array(placed)))
                .isEqualTo(placed.size());
        skus.forEach(Books::requireRight);
    }

    /** New orders, and cancellations of orders of the same partitions, which only one replica has. */
    private static List<Sent> batch(List<String> skus, List<UUID> open, List<UUID> placed, Random random) {
        var batch = new ArrayList<Sent>();
        for (var event = 0; event < 25; event++) {
            if (!open.isEmpty() && random.nextInt(3) == 0) {
                batch.add(orderCancelled(open.remove(random.nextInt(open.size()))));
            } else {
                var order = UUID.randomUUID();
                open.add(order);
                placed.add(order);
                batch.add(orderCreated(order, basket(skus, random)));
            }
        }
        return batch;
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Integer> basket(List<String> skus, Random random) {
        var shuffled = new ArrayList<>(skus);
        Collections.shuffle(shuffled, random);
        var basket = new LinkedHashMap<String, Integer>();
        shuffled.subList(0, 1 + random.nextInt(skus.size())).forEach(sku -> basket.put(sku, 1 + random.nextInt(4)));
        return basket;
    }

    /** What a clerk is answered: the status and, of a refusal, its code. */
    private static List<String> movements(List<String> skus, Random random) {
        return Stream.generate(() -> movement(skus.get(random.nextInt(skus.size())), random))
                .limit(30)
                .map(answer -> answer.statusCode() + " " + answer.path("code"))
                .toList();
    }

    private static Response movement(String sku, Random random) {
        var quantity = 1 + random.nextInt(6);
        if (random.nextInt(5) == 0) {
            return changeThresholds(sku, 10 * quantity, 15 * quantity);
        }
        var type = TYPES.get(random.nextInt(TYPES.size()));
        return switch (type) {
            case "ADJUSTMENT" -> move(sku, type, -quantity);
            case "COUNT" -> move(sku, type, 100 + 10 * quantity);
            default -> move(sku, type, quantity);
        };
    }
}
