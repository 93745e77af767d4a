package io.duplex.invoice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads credit notes. */
@ApplicationScoped
public class FindCreditNotes implements PanacheRepositoryBase<CreditNote, UUID> {

    /** One credit note, if it is the customer's (null: anybody's); the item is null otherwise. */
    @WithSession
    public Uni<@Nullable CreditNote> one(UUID id, @Nullable String ownedBy) {
        var found = ownedBy == null ? find("id", id) : find("id = ?1 and customerId = ?2", id, ownedBy);
        return found.firstResult();
    }
}
