package io.duplex.chassis.notes;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;

/** A resource that answers when the test says so. */
@Path("/v1/held-notes")
@PermitAll
public class HeldNotes {
    /** All of them answer when this is complete. */
    public static volatile CompletableFuture<String> answer = new CompletableFuture<>();

    @GET
    public Uni<String> held() {
        return Uni.createFrom().completionStage(() -> answer.copy());
    }
}
