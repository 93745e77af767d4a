package io.duplex.chassis.notes;

import io.duplex.chassis.http.Deprecation;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A resource of which one operation is to go. */
@Path("/v1/old-notes")
@PermitAll
public class OldNotes {
    @GET
    @Deprecation(since = "2026-01-01", sunset = "2027-01-01", link = "https://duplex.example/changes")
    @Operation(deprecated = true)
    public String all() {
        return "none";
    }

    @GET
    @Path("count")
    public int count() {
        return 0;
    }
}
