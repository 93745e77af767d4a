package io.duplex.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private final Matrix matrix = new Matrix("callers", List.of("none", "staff", "own"));

    @Test
    void showsWhatIsWellWhatIsNotAndWhatWasNotTried() {
        matrix.note("GET /v1/parcels", "none", List.of());
        matrix.note("GET /v1/parcels", "staff", List.of("is not let in"));
        matrix.row("POST /v1/parcels");

        assertThat(matrix.table(false).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("callers none staff own", "GET /v1/parcels ok RED -", "POST /v1/parcels - - -");
        assertThat(matrix.red()).containsExactly("GET /v1/parcels staff");
        assertThat(matrix.findings()).isEqualTo("GET /v1/parcels, callers staff\n  is not let in\n");
        assertThat(matrix.isGreen()).isFalse();
    }

    @Test
    void aCellIsRedWhenOneOfSeveralAttemptsFails() {
        matrix.note("GET /v1/parcels", "own", List.of("shows what belongs to c-2"));
        matrix.note("GET /v1/parcels", "own", List.of());

        assertThat(matrix.red()).containsExactly("GET /v1/parcels own");
    }

    @Test
    void anOperationThatCouldNotBeTriedIsRed() {
        matrix.fail("GET /v1/parcels", "The world has no parcels");

        assertThat(matrix.isGreen()).isFalse();
        assertThat(matrix.table(false)).contains("RED");
    }
}
