package io.duplex.e2e;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.e2e.suite.RunningSuite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A Keycloak of its own with the documented realm, and the same once more under another name. So that a test can sign
 * in without a browser, its users have a password grant; and there is a client that lacks the audience.
 */
final class Keycloak implements AutoCloseable {
    static final String SECRET = "of-the-test-alone";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final String url;

    Keycloak(Path home) throws IOException {
        var realms = home.resolve("data/import");
        Files.createDirectories(realms);
        for (var name : List.of("duplex", "other")) {
            JSON.writeValue(realms.resolve(name + "-realm.json").toFile(), realm(name));
        }
        int port = freePort();
        url = "http://127.0.0.1:" + port;
        var builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + freePort())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().put("INVENTORY_SERVICE_SECRET", SECRET);
        process = builder.start();
        Awaitility.await("Keycloak is ready; see " + home.resolve("keycloak.log"))
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> given().get(issuer("other")).statusCode() == 200);
    }

    private static JsonNode realm(String name) throws IOException {
        var realm = (ObjectNode) JSON.readTree(
                RunningSuite.HOME.resolve("deploy/docs/keycloak-realm.json").toFile());
        realm.put("realm", name);
        var shop = (ObjectNode) realm.withArray("clients").get(0);
        shop.put("directAccessGrantsEnabled", true);
        var elsewhere = shop.deepCopy();
        elsewhere.put("clientId", "elsewhere").remove("protocolMappers");
        realm.withArray("clients").add(elsewhere);
        for (var role : List.of("customer", "staff", "nothing")) {
            realm.withArray("users").add(user(role));
        }
        return realm;
    }

    /** A user is named as the role that it has. */
    private static JsonNode user(String role) {
        return JSON.valueToTree(Map.of(
                "username",
                role,
                "firstName",
                "A",
                "lastName",
                "B",
                "email",
                role + "@customer.example",
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", SECRET)),
                "realmRoles",
                role.equals("nothing") ? List.of() : List.of(role)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where the tokens of a realm come from. */
    String issuer(String realm) {
        return url + "/realms/" + realm;
    }

    /** A token of a user, by name. */
    String tokenOf(String user, String realm, String client) {
        return token(
                realm,
                Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "scope", "openid",
                        "username", user,
                        "password", SECRET));
    }

    /** A token of inventory-service itself. */
    String serviceToken() {
        return token(
                "duplex",
                Map.of("grant_type", "client_credentials", "client_id", "inventory-service", "client_secret", SECRET));
    }

    private String token(String realm, Map<String, String> form) {
        return given().formParams(form)
                .post(issuer(realm) + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
