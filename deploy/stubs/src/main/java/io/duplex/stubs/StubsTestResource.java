package io.duplex.stubs;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test the outside world on free ports, and the configuration to reach it. */
public final class StubsTestResource implements QuarkusTestResourceLifecycleManager {
    /** A system property, since Quarkus may load this class for the test and for the resource separately. */
    private static final String URL = "io.duplex.stubs.url";

    private static final String CLIENT = "service-under-test";
    private static final String SECRET = UUID.randomUUID().toString();

    private @Nullable Stubs stubs;

    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory("duplex-stubs-");
            Stubs started = Stubs.start(0, 0, data, CLIENT + ":" + SECRET);
            Files.delete(data.resolve("issuer.jwk"));
            Files.delete(data);
            stubs = started;
            System.setProperty(URL, started.url());
            return settings(started);
        } catch (IOException e) {
            throw new IllegalStateException("the stubs did not start", e);
        }
    }

    @Override
    public void stop() {
        if (stubs != null) {
            try {
                stubs.close();
            } catch (IOException e) {
                throw new IllegalStateException("the stubs did not stop", e);
            }
        }
    }

    /** Where the stubs' HTTP endpoints are, without a slash at the end. */
    public static String url() {
        return Objects.requireNonNull(System.getProperty(URL), "the stubs are not running");
    }

    /** An access token for this subject with these roles, good for an hour. */
    public static String token(String subject, String... roles) {
        JsonObject wanted = new JsonObject().put("subject", subject).put("roles", new JsonArray(List.of(roles)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/dev/token"))
                .POST(HttpRequest.BodyPublishers.ofString(wanted.encode()))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return Objects.requireNonNull(new JsonObject(answer.body()).getString("access_token"), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> settings(Stubs stubs) {
        return Map.ofEntries(
                Map.entry("duplex.oidc.jwks-url", stubs.url() + "/dev/jwks"),
                Map.entry("duplex.oidc.issuer", Issuer.NAME),
                Map.entry("duplex.oidc.audience", Issuer.AUDIENCE),
                Map.entry("duplex.oidc.token-url", stubs.url() + "/dev/oauth/token"),
                Map.entry("duplex.oidc.client-id", CLIENT),
                Map.entry("duplex.oidc.client-secret", SECRET),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", Integer.toString(stubs.smtpPort())),
                Map.entry("quarkus.mailer.mock", "false"),
                Map.entry("notification.sms.url", stubs.url()));
    }
}
