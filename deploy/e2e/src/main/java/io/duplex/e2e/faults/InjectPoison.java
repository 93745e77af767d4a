package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Topics;
import io.duplex.e2e.load.PlacedOrder;
import io.duplex.e2e.load.Wire.Caller;
import io.duplex.e2e.suite.Databases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Poison of each kind on each topic, much of it under the keys of real orders, whose events are then parked behind it;
 * others flow. In the end it is discarded, and what was parked goes on.
 */
final class InjectPoison implements Fault {
    private static final Duration FLOW = Duration.ofSeconds(5);
    private static final Map<String, String> SERVICE_OF = Map.of(
            "orders", "order-service-1",
            "inventory", "inventory-service-1",
            "invoices", "invoice-service-1",
            "notifications", "notification-service-1");
    private static final String OPEN_PLACES =
            "SELECT consumer, topic, partition, \"offset\" FROM dead_letter WHERE status = 'OPEN'";

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public void strike(Scene scene) {
        scene.awaitPace();
        var keys = inject(scene);
        othersFlow(scene);
        scene.await(
                "every poison record is an open dead letter of its consumers, and nothing else is",
                scene.settings().patient(Duration.ofSeconds(30)),
                () -> rows(scene, OPEN_PLACES)
                        .containsAll(scene.evidence().poison().expected()));
        onlyPoisonedKeysAreParked(scene, keys);
        discard(scene);
    }

    private static Set<String> inject(Scene scene) {
        var random = new Random(scene.random().nextLong());
        var orders = acceptedOrders(scene);
        var skus = new ArrayDeque<>(scene.evidence().load().skus());
        var keys = new HashSet<String>();
        var broker = scene.evidence().suite().run().bootstrapServers();
        try (var injector = new Injector(broker, scene.evidence().poison())) {
            for (var topic : Topics.NAMES) {
                for (var kind : PoisonKind.values()) {
                    var key = key(kind, topic.equals("stock") ? skus : orders, random);
                    keys.add(key);
                    injector.inject(kind, topic, key, random);
                }
            }
        }
        return keys;
    }

    /** Where it hurts: a product that is sold, or the latest order; each once, since a second poison is parked itself. */
    private static String key(PoisonKind kind, Deque<String> real, Random random) {
        return kind == PoisonKind.JUNK || !kind.isPoison() || real.isEmpty()
                ? "nobody-" + new UUID(random.nextLong(), random.nextLong())
                : real.pop();
    }

    private static Deque<String> acceptedOrders(Scene scene) {
        var latestFirst = new ArrayDeque<String>();
        for (var order : scene.load().orders()) {
            var id = order.id();
            if (id != null) {
                latestFirst.push(id);
            }
        }
        return latestFirst;
    }

    /** An order that comes after the poison is confirmed as fast as ever. */
    private static void othersFlow(Scene scene) {
        var before = scene.load().orders().size();
        var injected = Instant.now();
        scene.await("other keys flow", scene.settings().patient(FLOW), () -> scene.load().orders().stream()
                .skip(before)
                .map(PlacedOrder::id)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(id -> isConfirmed(scene, id))
                .isPresent());
        scene.note("others flowed after %d ms"
                .formatted(Duration.between(injected, Instant.now()).toMillis()));
    }

    private static boolean isConfirmed(Scene scene, String id) {
        return scene.evidence()
                        .databases()
                        .count("orders", "SELECT count(*) FROM orders WHERE status <> 'PENDING' AND id = '" + id + "'")
                == 1;
    }

    private static void onlyPoisonedKeysAreParked(Scene scene, Set<String> keys) {
        var parked = new TreeSet<>(rows(scene, "SELECT DISTINCT key FROM parked_event"));
        scene.note(parked.size() + " keys were parked");
        parked.removeAll(keys);
        if (!parked.isEmpty()) {
            scene.complain("no key is parked but the poisoned ones; seen: " + parked);
        }
    }

    private static void discard(Scene scene) {
        SERVICE_OF.forEach((database, service) -> {
            var url = scene.evidence().suite().run().url(service) + "/v1/dead-letters/";
            scene.evidence()
                    .databases()
                    .rows(database, "SELECT id FROM dead_letter WHERE status = 'OPEN' ORDER BY created_at")
                    .forEach(id ->
                            scene.evidence().wire().require(Caller.ADMIN, "POST", url + id + "/discard", null, null));
        });
    }

    private static List<String> rows(Scene scene, String sql) {
        var found = new ArrayList<String>();
        Databases.NAMES.forEach(
                database -> found.addAll(scene.evidence().databases().rows(database, sql)));
        return found;
    }
}
