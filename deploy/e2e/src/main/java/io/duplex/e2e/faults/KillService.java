package io.duplex.e2e.faults;

/** kill -9 of services at random, each as soon as the last one is back. */
final class KillService implements Fault {
    @Override
    public String name() {
        return "kill-service";
    }

    @Override
    public boolean mayLoseAnswers() {
        return true;
    }

    @Override
    public void strike(Scene scene) {
        var services = scene.evidence().suite().run().names("").stream()
                .filter(name -> name.contains("-service"))
                .toList();
        for (var kills = scene.times(20, 2); kills > 0; kills--) {
            scene.pause(0.5, 2);
            var victim = services.get(scene.random().nextInt(services.size()));
            scene.evidence().liveness().excuse(victim);
            scene.processes().kill(victim);
            scene.awaitRecovery(victim + " is back", () -> scene.isReady(victim));
        }
    }
}
