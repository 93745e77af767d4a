package io.duplex.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Documents;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiTest {
    private final Api api =
            Api.of(Documents.read(Path.of("src/test/resources/suite/shop-service/contracts/openapi.yaml")));

    @Test
    void namesOperationsByMethodAndPath() {
        assertThat(api.operations())
                .extracting(Operation::name)
                .containsExactly("GET /v1/loaves", "POST /v1/loaves", "GET /v1/loaves/{id}", "DELETE /v1/loaves/{id}");
    }

    @Test
    void anOperationHasTheParametersOfItsPathToo() {
        assertThat(operation("DELETE /v1/loaves/{id}").parameters())
                .extracting(Operation::keyOf)
                .containsExactly("path id", "header if-match");
    }

    @Test
    void findsTheProblemCodesOfAStatus() {
        assertThat(operation("POST /v1/loaves").codes("409")).containsExactly("oven-full", "request-in-progress");
        assertThat(operation("POST /v1/loaves").codes("201")).isEmpty();
        assertThat(operation("POST /v1/loaves").codes("418")).isEmpty();
    }

    @Test
    void findsAllFieldsOfABody() {
        assertThat(Field.of(api, operation("POST /v1/loaves").bodySchema()))
                .extracting(Field::pointer, Field::required)
                .containsExactly(
                        tuple("", true),
                        tuple("/kind", true),
                        tuple("/grams", false),
                        tuple("/seeds", false),
                        tuple("/seeds/*", true));
    }

    @Test
    void aSchemaThatIsTakenOutOfTheDocumentStillKnowsWhatItRefersTo() {
        JsonNode schema = api.standalone(operation("POST /v1/loaves").bodySchema());

        assertThat(JsonSchemas.misfits(schema, Documents.parse("{\"kind\":\"RYE\"}")))
                .isEmpty();
        assertThat(JsonSchemas.misfits(schema, Documents.parse("{\"kind\":\"OAT\"}")))
                .isNotEmpty();
    }

    private Operation operation(String name) {
        return api.operation(name).orElseThrow();
    }
}
