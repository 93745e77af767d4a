package io.duplex.e2e.faults;

/** kill -9 of the broker, again and again. Orders are answered all the while. */
final class KillBroker implements Fault {
    @Override
    public String name() {
        return "kill-broker";
    }

    @Override
    public void strike(Scene scene) {
        for (var kills = scene.times(5, 1); kills > 0; kills--) {
            scene.pause(1, 4);
            scene.processes().kill("kafka");
            scene.awaitRecovery(
                    "the broker is back",
                    () -> !scene.evidence().groups().ends().isEmpty());
        }
    }
}
