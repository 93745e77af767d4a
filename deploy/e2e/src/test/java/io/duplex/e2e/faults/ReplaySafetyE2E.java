package io.duplex.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.e2e.evidence.Digest;
import io.duplex.e2e.evidence.Groups;
import io.duplex.e2e.evidence.Rest;
import io.duplex.e2e.evidence.Topics;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplaySafetyE2E {
    private static final Duration HEALING = Duration.ofSeconds(90);

    private final RunningSuite suite = RunningSuite.shared();
    private Trial trial;

    @BeforeAll
    void order() {
        trial = Trial.of(suite, Settings.SHORT, 7);
    }

    @AfterAll
    void end() {
        trial.close();
    }

    @Test
    void topicsThatArePublishedAgainChangeNoTable() {
        var before = Digest.of(suite.databases());

        var published = 0;
        try (var topics = new Topics(suite.run().bootstrapServers());
                var republisher = new Republisher(suite.run().bootstrapServers())) {
            published = republisher.republish(topics, found -> true);
        }
        Rest.await(trial.evidence(), HEALING);

        assertThat(published).isPositive();
        assertThat(Digest.of(suite.databases())).isEqualTo(before);
    }

    @Test
    void groupsThatBeginAgainChangeNoTable() {
        var load = trial.evidence().load().start(Settings.SHORT.rate());
        load.stop();
        Rest.await(trial.evidence(), HEALING);
        var before = Digest.of(suite.databases());

        var scene = new Scene(trial.evidence(), new SplittableRandom(7), load, Settings.SHORT);
        ReplayTopics.rewind(scene, Groups.services());
        Rest.await(trial.evidence(), HEALING);

        assertThat(scene.complaints()).isEmpty();
        assertThat(trial.evidence().groups().behind()).isEmpty();
        assertThat(Digest.of(suite.databases())).isEqualTo(before);
    }
}
