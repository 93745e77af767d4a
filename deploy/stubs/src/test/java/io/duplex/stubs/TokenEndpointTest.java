package io.duplex.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {
    @RegisterExtension
    final RunningStubs stubs = new RunningStubs();

    @Test
    void issuesATokenThatItsPublishedKeyVerifies() throws Exception {
        // Given
        String token = token("{\"subject\":\"c-1001\",\"roles\":[\"customer\",\"staff\"]}");
        // When
        JwtClaims claims = consumer().processToClaims(token);
        // Then
        assertThat(claims.getSubject()).isEqualTo("c-1001");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("c-1001");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("customer", "staff");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(3600);
    }

    @Test
    void issuesAnExpiredTokenOnRequest() {
        String token = token("{\"subject\":\"c-1\",\"roles\":[\"customer\"],\"expiresIn\":-60}");
        assertThatThrownBy(() -> consumer().processToClaims(token))
                .isInstanceOfSatisfying(InvalidJwtException.class, e -> assertThat(e.hasExpired())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"issuer, https://issuer.elsewhere.example", "audience, another-suite"})
    void issuesATokenOfAnotherIssuerOrForAnotherAudienceOnRequest(String claim, String value) {
        String token = token("{\"subject\":\"c-1\",\"roles\":[\"customer\"],\"%s\":\"%s\"}".formatted(claim, value));
        assertThatThrownBy(() -> consumer().processToClaims(token))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining(value);
    }

    @Test
    void publishesNoPrivateKey() {
        Map<String, Object> key =
                stubs.http().get("/dev/jwks").then().statusCode(200).extract().path("keys[0]");
        assertThat(key).containsOnlyKeys("kty", "kid", "use", "alg", "n", "e");
    }

    @Test
    void keepsItsKeyAcrossRestartsAndToItsOwner(@TempDir Path folder) throws Exception {
        String first = Issuer.open(folder).keys();
        assertThat(Issuer.open(folder).keys()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer.jwk"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"subject":"x","roles":["root"]}                     | unknown-role
                    {"subject":"x","roles":[]}                           | invalid-field
                    {"subject":"x","roles":"staff"}                      | invalid-field
                    {"subject":" ","roles":["staff"]}                    | invalid-field
                    {"roles":["staff"]}                                  | invalid-field
                    {"subject":"x","roles":["staff"],"expiresIn":"1"}    | invalid-field
                    {"subject":"x","roles":["staff"],"audience":""}      | invalid-field
                    {"subject":"x","roles":["staff"],"issuer":null}      | invalid-field
                    {"subject":"x","roles":["staff"],"admin":true}       | unknown-field
                    {"subject":                                          | malformed-json
                    []                                                   | invalid-body
                    """)
    void refusesBadInput(String body, String code) {
        stubs.http()
                .body(body)
                .post("/dev/token")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @Test
    void answersUnknownPathsAndMethodsWithProblems() {
        stubs.http().get("/dev/tokens").then().statusCode(404).body("code", equalTo("not-found"));
        stubs.http().get("/dev/token").then().statusCode(405).body("code", equalTo("method-not-allowed"));
    }

    private String token(String body) {
        return stubs.http()
                .body(body)
                .post("/dev/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .extract()
                .path("access_token");
    }

    private JwtConsumer consumer() throws JoseException {
        JsonWebKeySet keys = new JsonWebKeySet(stubs.http().get("/dev/jwks").asString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(List.copyOf(keys.getJsonWebKeys())))
                .setExpectedIssuer("https://issuer.duplex.local")
                .setExpectedAudience("duplex")
                .setRequireExpirationTime()
                .build();
    }
}
