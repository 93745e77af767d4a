package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.openapi.Api;
import io.duplex.contracts.openapi.Operation;
import io.duplex.contracts.suite.Documents;
import java.nio.file.Path;
import java.util.Map;

/** A small document of nobody's, and a good request for it. */
final class Parcels {
    static final Api API = Api.of(Documents.read(Path.of("src/test/resources/conformance/parcels.yaml")));
    static final Operation LIST = API.operation("GET /v1/parcels").orElseThrow();
    static final Operation SEND = API.operation("POST /v1/parcels").orElseThrow();
    static final Samples SAMPLES = new Samples(API, Map.of("sku", "OAK"));

    private Parcels() {}

    static JsonNode wholeBody() {
        return SAMPLES.complete(SEND.bodySchema(), SEND.bodyExamples().get(0));
    }

    static Message good() {
        return new Message(
                "POST",
                "/v1/parcels",
                Map.of("Content-Type", "application/json", "Idempotency-Key", "k"),
                SEND.bodyExamples().get(0).toString());
    }
}
