package io.duplex.e2e.faults;

/** kill -9 of PostgreSQL, again and again. */
final class KillDatabase implements Fault {
    @Override
    public String name() {
        return "kill-database";
    }

    @Override
    public boolean mayLoseAnswers() {
        return true;
    }

    @Override
    public void strike(Scene scene) {
        for (var kills = scene.times(5, 1); kills > 0; kills--) {
            scene.pause(1, 4);
            scene.processes().kill("postgresql");
            scene.awaitRecovery(
                    "the database is back", () -> scene.evidence().databases().count("postgres", "SELECT 1") == 1);
        }
    }
}
