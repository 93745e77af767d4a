package io.duplex.stubs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTokenEndpointTest {
    @RegisterExtension
    final RunningStubs stubs = new RunningStubs();

    @Test
    void givesAClientATokenOfItsOwn() {
        Response answer = ask(basic(RunningStubs.CLIENT, RunningStubs.SECRET), "client_credentials");

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600));
        String[] token = answer.<String>path("access_token").split("\\.", -1);
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(token[1]), UTF_8));
        assertThat(claims.getString("sub")).isEqualTo(RunningStubs.CLIENT);
        assertThat(claims.getString("aud")).isEqualTo("duplex");
        assertThat(claims.getJsonArray("groups")).isEqualTo(new JsonArray().add("service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "secret"})
    void refusesAWrongSecret(String secret) {
        refused(basic(RunningStubs.CLIENT, secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic aW52ZW50b3J5LXNlcnZpY2U=", "Basic Og==", "Bearer x"})
    void refusesWhatIsNoCredentials(String authorization) {
        refused(authorization);
    }

    @Test
    void refusesAnUnknownClient() {
        refused(basic("order-service", RunningStubs.SECRET));
    }

    @Test
    void knowsNoOtherGrant() {
        ask(basic(RunningStubs.CLIENT, RunningStubs.SECRET), "password")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    private void refused(String authorization) {
        ask(authorization, "client_credentials")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("error", equalTo("invalid_client"));
    }

    private Response ask(String authorization, String grant) {
        return stubs.http()
                .header("Authorization", authorization)
                .contentType("application/x-www-form-urlencoded")
                .body("grant_type=" + grant)
                .post("/dev/oauth/token");
    }

    private static String basic(String id, String secret) {
        String credentials = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
