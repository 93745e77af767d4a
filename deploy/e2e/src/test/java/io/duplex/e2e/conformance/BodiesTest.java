package io.duplex.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.JsonSchemas;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BodiesTest {
    private static final JsonNode SCHEMA = Parcels.API.standalone(Parcels.SEND.bodySchema());

    @Property(tries = 200)
    void whatIsMadeByChanceFitsTheSchema(@ForAll("parcels") JsonNode parcel) {
        assertThat(JsonSchemas.misfits(SCHEMA, parcel)).isEmpty();
    }

    @Provide
    Arbitrary<JsonNode> parcels() {
        return new Bodies(Parcels.API, Parcels.SAMPLES).of(Parcels.SEND.bodySchema(), "");
    }
}
