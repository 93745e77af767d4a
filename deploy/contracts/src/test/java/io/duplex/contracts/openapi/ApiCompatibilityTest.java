package io.duplex.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duplex.contracts.Edits;
import io.duplex.contracts.suite.Documents;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ApiCompatibilityTest {
    private static final JsonNode RELEASED =
            Documents.read(Path.of("src/test/resources/suite/shop-service/contracts/released/openapi.yaml"));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/test/resources/api-changes.csv", delimiter = '|', quoteCharacter = '`')
    void knowsWhetherAChangeBreaksAnybody(String change, String pointer, @Nullable String json, @Nullable String said) {
        JsonNode current = json == null ? Edits.without(RELEASED, pointer) : Edits.set(RELEASED, pointer, json);

        List<String> breaks = ApiCompatibility.breaks(RELEASED, current).toList();

        if (said == null) {
            assertThat(breaks).isEmpty();
        } else {
            assertThat(breaks).anySatisfy(broken -> assertThat(broken).contains(said));
        }
    }

    @Test
    void namesTheOperationAndSaysWhomTheChangeBreaks() {
        JsonNode tightened = Edits.set(RELEASED, "/components/schemas/NewLoaf/required", "[\"kind\",\"grams\"]");

        assertThat(ApiCompatibility.breaks(RELEASED, tightened))
                .containsExactly("POST /v1/loaves request /grams: was optional, is required"
                        + " (data of the released version no longer fits)");
    }

    @Test
    void aRoleIsAskedForWhereEverybodyCouldCall() {
        JsonNode open = Edits.without(RELEASED, "/paths/~1v1~1loaves/get/x-roles");

        assertThat(ApiCompatibility.breaks(open, RELEASED))
                .containsExactly("GET /v1/loaves: every role could call, now [customer, staff] may");
    }

    @Test
    void aTokenIsAskedForWhereNoneWasNeeded() {
        JsonNode open = Edits.without(RELEASED, "/paths/~1v1~1loaves/get/security");

        assertThat(ApiCompatibility.breaks(open, RELEASED))
                .containsExactly("GET /v1/loaves: security was [], is [[http, bearer]]");
    }

    @Test
    void whatWasNeverReleasedBreaksNobody() {
        assertThat(ApiCompatibility.breaks(MissingNode.getInstance(), RELEASED)).isEmpty();
    }
}
