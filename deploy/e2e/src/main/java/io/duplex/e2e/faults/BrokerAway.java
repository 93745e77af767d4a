package io.duplex.e2e.faults;

/** The broker is gone for longer than the connector's trap of 60 s: nothing listens on its port. */
final class BrokerAway implements Fault {
    private static final int SECONDS = 90;

    @Override
    public String name() {
        return "broker-away";
    }

    @Override
    public boolean isBrief() {
        return false;
    }

    @Override
    public void strike(Scene scene) {
        scene.pause(1, 4);
        scene.processes().hold("kafka");
        try {
            scene.pause(SECONDS, SECONDS);
        } finally {
            scene.processes().thaw("kafka");
        }
        scene.awaitRecovery(
                "the broker is back", () -> !scene.evidence().groups().ends().isEmpty());
    }
}
