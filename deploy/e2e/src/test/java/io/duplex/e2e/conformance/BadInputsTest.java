package io.duplex.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.contracts.openapi.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            UNKNOWN_FIELD | "no-such-field":1}                       | 400 unknown-field #/no-such-field
            UNKNOWN_FIELD | "quantity":2,"no-such-field":1           | 400 unknown-field #/lines/0/no-such-field
            WRONG_TYPE    | "quantity":1.9                           | 400 invalid-type #/lines/0/quantity
            WRONG_TYPE    | "quantity":"2"                           | 400 invalid-type #/lines/0/quantity
            WRONG_TYPE    | "quantity":99999999999                   | 400 invalid-type #/lines/0/quantity
            WRONG_TYPE    | "quantity":1e999999999                   | 400 invalid-type #/lines/0/quantity
            WRONG_TYPE    | "quantity":null                          | 400 invalid-type #/lines/0/quantity
            WRONG_TYPE    | "fragile":"true"                         | 400 invalid-type #/fragile
            WRONG_TYPE    | "size":"NO_SUCH_VALUE"                   | 400 invalid-type #/size
            WRONG_TYPE    | "note":17                                | 400 invalid-type #/note
            MISSING_FIELD | "currency":"EUR"}}                     | 422 validation-failed #/lines required
            MISSING_FIELD | "lines":[{"quantity":2}]                 | 422 validation-failed #/lines/0/sku required
            OUT_OF_BOUNDS | "quantity":0                             | 422 validation-failed #/lines/0/quantity
            OUT_OF_BOUNDS | "quantity":11                            | 422 validation-failed #/lines/0/quantity
            OUT_OF_BOUNDS | "lines":[]                               | 422 validation-failed #/lines
            OUT_OF_BOUNDS | "lines":[{"sku":"OAK","quantity":2},{"sku":"OAK","quantity":2},{"sku":"OAK","quantity":2},{"sku":"OAK","quantity":2}] | 422 validation-failed #/lines
            OUT_OF_BOUNDS | "note":"xxxxxxxxxxxxxxxxxxxxx"           | 422 validation-failed #/note
            WRONG_PATTERN | "sku":"!"                                | 422 validation-failed #/lines/0/sku
            NUL           | "note":"a\\u0000b"                       | 422 validation-failed #/note
            """)
    void changesEachFieldIntoWhatTheDocumentDoesNotPermit(BadInput input, String sent, String expected) {
        assertThat(BadFields.of(Parcels.SEND, Parcels.good(), Parcels.wholeBody()))
                .anySatisfy(bad -> {
                    assertThat(bad.input()).isEqualTo(input);
                    assertThat(bad.message().body()).contains(sent);
                    assertThat(bad.expected().stream().map(BadInputsTest::told)).contains(expected);
                });
    }

    @Test
    void whatIsWrongWithMoneyMayBeSaidOfTheWhole() {
        assertThat(BadFields.of(Parcels.SEND, Parcels.good(), Parcels.wholeBody())
                        .filter(bad -> String.valueOf(bad.message().body()).contains("\"currency\":\"!\"")))
                .singleElement()
                .satisfies(bad -> assertThat(bad.expected().stream().map(BadInputsTest::told))
                        .containsExactly(
                                "422 validation-failed #/value/currency",
                                "422 validation-failed #/value",
                                "400 invalid-type #/value",
                                "400 invalid-type #/value/currency"));
    }

    @Test
    void breaksABodyInEveryWay() {
        assertThat(inputs(BadBodies.of(Parcels.SEND, Parcels.good())))
                .containsExactly(
                        BadInput.EMPTY,
                        BadInput.NULL,
                        BadInput.TRUNCATED,
                        BadInput.TRAILING,
                        BadInput.DUPLICATE,
                        BadInput.LARGE_BODY,
                        BadInput.CONTENT_TYPE);
    }

    @Test
    void sendsTheFirstFieldTwiceWithTheSameValue() {
        assertThat(BadBodies.of(Parcels.SEND, Parcels.good())
                        .filter(bad -> bad.input() == BadInput.DUPLICATE)
                        .map(bad -> bad.message().body()))
                .containsExactly("{\"size\":\"S\",\"size\":\"S\",\"lines\":[{\"sku\":\"OAK\",\"quantity\":2}]}");
    }

    @Test
    void asksForTheKeyWhereTheDocumentSaysThatItIsRequired() {
        assertThat(inputs(BadEnvelopes.of(Parcels.SEND, Parcels.good()))).contains(BadInput.KEY);
        assertThat(inputs(BadEnvelopes.of(Parcels.LIST, Parcels.good()))).doesNotContain(BadInput.KEY);
    }

    @Test
    void triesAMethodThatThePathDoesNotKnow() {
        assertThat(BadEnvelopes.of(Parcels.LIST, Parcels.good())
                        .filter(bad -> bad.input() == BadInput.METHOD)
                        .map(bad -> bad.message().method()))
                .containsExactly("PATCH");
    }

    @Test
    void triesWhatAQueryParameterMayNotBe() {
        assertThat(queries(Parcels.LIST))
                .contains("limit=abc", "limit=0", "limit=201", "after=%21%21", "size=%21")
                .allMatch(query -> !query.equals("limit=1"));
    }

    private static List<String> queries(Operation operation) {
        return BadParameters.of(operation, Parcels.good().withTarget("/v1/parcels"))
                .map(bad -> bad.message().target().replace("/v1/parcels?", ""))
                .toList();
    }

    private static List<BadInput> inputs(Stream<Case> cases) {
        return cases.map(Case::input).distinct().toList();
    }

    private static String told(Expected expected) {
        return String.join(
                        " ",
                        Integer.toString(expected.status()),
                        String.valueOf(expected.code()),
                        String.valueOf(expected.pointer()),
                        expected.entry() == null ? "" : expected.entry())
                .strip();
    }
}
