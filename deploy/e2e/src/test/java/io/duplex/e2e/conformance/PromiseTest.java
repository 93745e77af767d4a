package io.duplex.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {
    private static final String PARCEL = "{\"size\":\"S\",\"lines\":[{\"sku\":\"OAK\",\"quantity\":1}]}";

    private final Promise promise = new Promise(Parcels.SEND);

    @Test
    void saysNothingOfAnAnswerThatIsAsPromised() {
        assertThat(promise.broken(Parcels.good(), created(PARCEL))).isEmpty();
        assertThat(promise.broken(Parcels.good(), problem(422, "validation-failed", "Wrong.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            500 | internal-error    | Wrong.                                  | answers 500
            418 | teapot            | Wrong.                                  | answers 418, which the document does not tell
            422 | no-such-code      | Wrong.                                  | with the code no-such-code
            422 | validation-failed | java.lang.IllegalStateException: x      | tells of its internals
            422 | validation-failed | ERROR: relation "orders" does not exist | without a complete problem
            422 | validation-failed | SELECT id FROM orders                   | tells of its internals: SELECT i
            """)
    void findsARefusalThatIsNotAsPromised(int status, String code, String detail, String said) {
        assertThat(promise.broken(Parcels.good(), problem(status, code, detail)))
                .anySatisfy(found -> assertThat(found).contains(said));
    }

    @Test
    void findsASuccessThatIsNotAsPromised() {
        var strange = created("{\"size\":\"XL\",\"lines\":[]}");
        var homeless = new Answer(201, Map.of("content-type", "application/json"), PARCEL);
        var text = new Answer(201, Map.of("content-type", "text/plain", "location", "/v1/parcels/1"), PARCEL);

        assertThat(promise.broken(Parcels.good(), strange)).anyMatch(found -> found.contains("does not fit"));
        assertThat(promise.broken(Parcels.good(), homeless)).containsExactly("answers 201 without the header Location");
        assertThat(promise.broken(Parcels.good(), text))
                .containsExactly("answers 201 as text/plain, which the document does not tell");
    }

    @Test
    void findsThatNoAnswerCame() {
        assertThat(promise.broken(Parcels.good(), new Answer(0, Map.of(), "no answer: closed")))
                .containsExactly("no answer: closed");
    }

    @Test
    void whatARequestSaidItselfIsNoInternal() {
        var message = Parcels.good().withBody("\"java.lang.Runtime\"");

        assertThat(promise.broken(message, problem(422, "validation-failed", "No java.lang.Runtime here.")))
                .isEmpty();
    }

    @Test
    void knowsWhichBodiesTheDocumentPermits() {
        assertThat(promise.permits(Parcels.good())).isTrue();
        assertThat(promise.permits(Parcels.good().withBody(""))).isFalse();
        assertThat(promise.permits(Parcels.good().withBody(" null "))).isFalse();
        assertThat(promise.permits(Parcels.good().withBody("{}"))).isFalse();
        assertThat(promise.permits(Parcels.good().withBody(PARCEL + " x"))).isFalse();
    }

    private static Answer created(String body) {
        return new Answer(
                201, Map.of("content-type", "application/json;charset=UTF-8", "location", "/v1/parcels/1"), body);
    }

    private static Answer problem(int status, String code, String detail) {
        var body =
                """
                {"type":"about:blank","title":"Wrong","status":%d,"detail":"%s","instance":"/v1/parcels",
                 "code":"%s","traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}"""
                        .formatted(status, detail, code);
        return new Answer(status, Map.of("content-type", "application/problem+json"), body);
    }
}
