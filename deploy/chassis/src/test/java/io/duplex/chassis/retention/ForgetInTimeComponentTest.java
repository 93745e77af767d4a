package io.duplex.chassis.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.chassis.notes.Notebook;
import io.duplex.chassis.notes.RunningNotes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
class ForgetInTimeComponentTest {
    @Inject
    ForgetInTime forgetting;

    @Test
    void deletesWhatIsTooOldAndNothingElse() {
        try (var notebook = new Notebook()) {
            notebook.query(
                    """
                    INSERT INTO inbox SELECT 'old', gen_random_uuid(), now() - interval '14 days 1 minute'
                      FROM generate_series(1, 12000) UNION ALL
                    SELECT 'young', gen_random_uuid(), now() - interval '13 days 23 hours' RETURNING consumer
                    """);
            notebook.query(
                    """
                    INSERT INTO idempotency_key (scope, key, fingerprint, status, headers, body, created_at)
                    VALUES ('old', '1', '', 201, '', '', now() - interval '25 hours'),
                           ('young', '1', '', 201, '', '', now() - interval '23 hours') RETURNING key
                    """);

            var forgotten = forgetting.forget().await().atMost(Duration.ofSeconds(20));

            assertThat(forgotten).isEqualTo(12_001);
            assertThat(notebook.query("SELECT consumer FROM inbox WHERE consumer IN ('old', 'young')"))
                    .containsExactly("young");
            assertThat(notebook.query("SELECT scope FROM idempotency_key WHERE scope IN ('old', 'young')"))
                    .containsExactly("young");
        }
    }
}
