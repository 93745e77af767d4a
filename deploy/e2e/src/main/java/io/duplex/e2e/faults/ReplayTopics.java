package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Groups;
import io.duplex.e2e.evidence.Topics;
import java.time.Duration;
import java.util.List;

/**
 * All topics are published once more from their beginning, and one service after the other is stopped, set back to the
 * beginning of all that it reads, and let go.
 */
final class ReplayTopics implements Fault {
    private static final Duration SESSION = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "replay";
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
        var broker = scene.evidence().suite().run().bootstrapServers();
        try (var topics = new Topics(broker);
                var republisher = new Republisher(broker)) {
            republisher.republish(topics, found -> true);
        }
        Groups.services().forEach(service -> rewind(scene, List.of(service)));
    }

    /** Sets services back to the beginning of what they read. */
    static void rewind(Scene scene, List<String> services) {
        services.forEach(scene.evidence().liveness()::excuse);
        services.forEach(scene.processes()::hold);
        var groups = scene.evidence().groups();
        services.forEach(service -> {
            scene.await("nobody reads for " + service, SESSION, () -> groups.members(service) == 0);
            groups.rewind(service);
        });
        services.forEach(scene.processes()::thaw);
        services.forEach(service -> scene.awaitRecovery(service + " is back", () -> scene.isReady(service + "-1")));
    }
}
