package io.duplex.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.contracts.openapi.Api;
import io.duplex.contracts.suite.Documents;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation of every service as its document promises, and the proof that a false document is found out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceE2E {
    private static final int REQUESTS = 100;

    private final long seed = Long.getLong("conformance.seed", new Random().nextLong(1_000_000));
    private RunningSuite suite;
    private Examination examination;
    private List<String> indiscretions;

    @BeforeAll
    void examine() {
        suite = RunningSuite.start("--no-demo");
        examination = Examination.in(suite);
        Examination.services()
                .forEach(service -> examination.examine(service, Examination.promised(service), REQUESTS, seed));
        // Not later: without a database Vert.x' pool logs a race of its own time-out, with a stack trace.
        indiscretions = examination.indiscretions();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void everyBadInputIsAnsweredExactlyAsPromised() {
        assertThat(examination.badInputs().tried()).isGreaterThan(200);
        assertThat(examination.badInputs().findings()).isEmpty();
    }

    @Test
    void everyCallerIsAnsweredAsPromised() {
        assertThat(examination.callers().tried()).isGreaterThan(200);
        assertThat(examination.callers().findings()).isEmpty();
    }

    @Test
    void noRequestByChanceIsAnsweredOtherwiseThanPromised() {
        assertThat(examination.chance()).allSatisfy(count -> assertThat(count.findings())
                .as("deploy/e2e/conformance --requests %d --seed %d", REQUESTS, seed)
                .isEmpty());
    }

    @Test
    void byChanceEveryOperationIsReachedAtLeastOnce() {
        assertThat(examination.chance())
                .allSatisfy(
                        count -> assertThat(count.accepted()).as("%s", count).isPositive());
    }

    @Test
    void noLogNamesAClassAStatementOrAPerson() {
        assertThat(indiscretions).isEmpty();
    }

    @Test
    void withoutTheDatabaseEveryOperationSaysSoInTimeAndRecovers() {
        suite.processes().hold("postgresql");
        try {
            assertThat(Examination.services()).allSatisfy(service -> assertThat(
                            examination.withoutDatabase(service, Examination.promised(service)))
                    .isEmpty());
        } finally {
            suite.processes().thaw("postgresql");
        }

        Examination.services()
                .forEach(service -> Examination.promised(service).operations().forEach(operation -> await(
                                operation.name())
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> examination.hasRecovered(service, operation))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            a status is not told    | GET /v1/orders/{id} | /paths/~1v1~1orders~1{id}/get/responses/404              |                                                    | GET /v1/orders/{id} id
            a role is shut out      | GET /v1/orders/{id} | /paths/~1v1~1orders~1{id}/get/x-roles                    | ["customer","staff","admin"]                       | GET /v1/orders/{id} service
            a role is let in        | POST /v1/orders     | /paths/~1v1~1orders/post/x-roles                         | ["customer","staff","admin","service"]             | POST /v1/orders service
            more is answered        | GET /v1/orders/{id} | /paths/~1v1~1orders~1{id}/get/responses/200/content/application~1json/schema | {"type":"object","required":["colour"]} | GET /v1/orders/{id} own
            less can be ordered     | POST /v1/orders     | /components/schemas/Line/properties/quantity/maximum     | 100                                                | POST /v1/orders bound
            another code is told    | POST /v1/orders     | /paths/~1v1~1orders/post/responses/400                   | {"content":{"application/problem+json":{"schema":{"properties":{"code":{"enum":["other"]}}}}}} | POST /v1/orders cut
            """)
    void aDocumentThatIsNotTrueIsFoundOut(
            String lie, String operation, String pointer, @Nullable String json, String cell) {
        var api = changed("order-service", pointer, json);
        var trial = examination.anew();

        trial.examine("order-service", api.operation(operation).orElseThrow());

        assertThat(trial.badInputs().red().toList().toString()
                        + trial.callers().red().toList())
                .contains(cell);
    }

    @Test
    void chanceFindsAStatusThatTheDocumentDoesNotTell() {
        var api = changed("order-service", "/paths/~1v1~1orders/post/responses/422", null);

        var count = examination
                .anew()
                .fuzz("order-service", api.operation("POST /v1/orders").orElseThrow(), 50, seed);

        assertThat(count.findings()).contains("answers 422, which the document does not tell");
    }

    private static Api changed(String service, String pointer, @Nullable String json) {
        var document = Examination.promised(service).document().deepCopy();
        var place = JsonPointer.compile(pointer);
        var parent = (ObjectNode) document.at(place.head());
        var name = place.last().getMatchingProperty();
        if (json == null) {
            assertThat(parent.remove(name)).as(pointer).isNotNull();
        } else {
            parent.set(name, Documents.parse(json));
        }
        return Api.of(document);
    }
}
