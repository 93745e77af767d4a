package io.duplex.e2e.faults;

import io.duplex.e2e.suite.Lease;
import java.time.Duration;
import java.util.List;

/** SIGSTOP of the order-service process whose relay holds the lease; the other one has to take over. */
final class PauseRelayHolder implements Fault {
    private static final Duration TAKE_OVER = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "pause-relay-holder";
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public boolean isBrief() {
        return false;
    }

    @Override
    public boolean mayLoseAnswers() {
        return true;
    }

    @Override
    public void strike(Scene scene) {
        scene.pause(1, 4);
        var holder = freezeHolder(scene);
        try {
            var seconds = scene.times(90, 20);
            scene.pause(seconds, seconds);
        } finally {
            scene.processes().thaw(holder);
        }
        scene.awaitRecovery(holder + " goes on", () -> scene.isReady(holder));
    }

    /** Which process holds the lease shows when one is frozen: the lease is renewed, or it changes hands. */
    private static String freezeHolder(Scene scene) {
        for (var name : List.of("order-service-1", "order-service-2")) {
            scene.evidence().liveness().excuse(name);
            scene.processes().freeze(name);
            var before = lease(scene);
            scene.await(
                    "the lease of orders is renewed or taken over",
                    scene.settings().patient(TAKE_OVER),
                    () -> !lease(scene).equals(before));
            if (!lease(scene).holder().equals(before.holder())) {
                return name;
            }
            scene.processes().thaw(name);
        }
        scene.complain("one of two processes holds the lease");
        return "order-service-2";
    }

    private static Lease lease(Scene scene) {
        return Lease.of(scene.evidence().databases(), "orders");
    }
}
