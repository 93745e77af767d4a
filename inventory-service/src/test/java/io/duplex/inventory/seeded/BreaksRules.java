package io.duplex.inventory.seeded;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The domain as it must not be. */
class BreaksRules {
    static int calls = 0;

    @Inject
    Response response;

    String waits() throws InterruptedException {
        Thread.sleep(1);
        return Uni.createFrom().item("now").await().atMost(Duration.ofSeconds(1));
    }
}
