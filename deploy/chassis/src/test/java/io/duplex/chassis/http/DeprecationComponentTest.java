package io.duplex.chassis.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.duplex.chassis.notes.RunningNotes;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
class DeprecationComponentTest {
    @Test
    void isToldWithEachAnswer() {
        given().get("/v1/old-notes")
                .then()
                .statusCode(200)
                .header("Deprecation", equalTo("@1767225600"))
                .header("Sunset", equalTo("Fri, 1 Jan 2027 00:00:00 GMT"))
                .header("Link", equalTo("<https://duplex.example/changes>; rel=\"deprecation\""));
    }

    @Test
    void isNotToldOfWhatStays() {
        given().get("/v1/old-notes/count").then().statusCode(200).header("Deprecation", nullValue());
    }
}
