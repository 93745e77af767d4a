package io.duplex.stubs;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fresh stubs for each test, and short words to speak with them. */
final class RunningStubs implements BeforeEachCallback, AfterEachCallback {
    /** A client that may ask for tokens of its own, and its secret. */
    static final String CLIENT = "inventory-service";

    static final String SECRET = "s3cret+/=%";

    private @Nullable Stubs stubs;
    private @Nullable Path folder;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("stubs-test-");
        stubs = Stubs.start(0, 0, folder, "other:secret," + CLIENT + ":" + SECRET);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        running().close();
        if (folder != null) {
            Files.delete(folder.resolve("issuer.jwk"));
            Files.delete(folder);
        }
    }

    Stubs running() {
        if (stubs == null) {
            throw new IllegalStateException("not started");
        }
        return stubs;
    }

    RequestSpecification http() {
        return given(new RequestSpecBuilder().setBaseUri(running().url()).build());
    }

    void faults(String json) {
        http().body(json).put("/stub/faults").then().statusCode(200);
    }

    List<Map<String, Object>> inbox(String name) {
        return http().get("/stub/" + name).then().statusCode(200).extract().path("items");
    }
}
