package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Topics;

/** One record in five is published once more, a little later, while new ones come in. */
final class DeliverTwice implements Fault {
    private static final double SHARE = 0.2;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public void strike(Scene scene) {
        var broker = scene.evidence().suite().run().bootstrapServers();
        try (var topics = new Topics(broker).fromEnd();
                var republisher = new Republisher(broker)) {
            var seconds = scene.settings().load().toSeconds();
            for (var passed = 0; passed < seconds; passed += 2) {
                scene.pause(2, 2);
                var published =
                        republisher.republish(topics, found -> scene.random().nextDouble() < SHARE);
                if (passed > 2 && published == 0) {
                    scene.complain("records to deliver twice");
                }
            }
        }
    }
}
