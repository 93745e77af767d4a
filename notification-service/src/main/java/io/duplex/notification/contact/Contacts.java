package io.duplex.notification.contact;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Transaction;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contacts of all customers. */
@ApplicationScoped
public class Contacts implements PanacheRepositoryBase<Contact, String> {
    private static final String SAVE =
            """
            INSERT INTO contact (customer_id, email, phone, locale, wants_email, wants_sms)
            SELECT $1, $2, $3, $4, $5, $6
             WHERE $7::bigint IS NULL OR EXISTS (SELECT FROM contact WHERE customer_id = $1)
            ON CONFLICT (customer_id) DO UPDATE
               SET email = $2, phone = $3, locale = $4, wants_email = $5, wants_sms = $6,
                   version = contact.version + 1, updated_at = clock_timestamp()
             WHERE contact.version = coalesce($7, contact.version)
            """;
    private static final String ERASE_ADDRESSES =
            """
            UPDATE notification
               SET address = NULL, version = version + 1, updated_at = clock_timestamp(),
                   status = CASE WHEN due_at IS NULL THEN status ELSE 'SKIPPED' END,
                   reason = CASE WHEN due_at IS NULL THEN reason ELSE 'contact-erased' END,
                   due_at = NULL
             WHERE customer_id = $1
            """;

    private final Database database;

    Contacts(Database database) {
        this.database = database;
    }

    /** What a contact is to be. */
    public record Details(
            @Nullable String email, @Nullable String phone, String locale, boolean wantsEmail, boolean wantsSms) {}

    /** A customer's contact; 404 when there is none. */
    @WithSession
    public Uni<Contact> of(String customerId) {
        return findById(customerId).onItem().ifNull().failWith(Contacts::notFound);
    }

    /**
     * Creates or replaces a contact.
     *
     * @param expectedVersion 412 when the contact has another one
     */
    public Uni<Void> save(String customerId, Details details, Optional<Long> expectedVersion) {
        return database.execute(
                        SAVE,
                        customerId,
                        details.email(),
                        details.phone(),
                        details.locale(),
                        details.wantsEmail(),
                        details.wantsSms(),
                        expectedVersion.orElse(null))
                .invoke(saved -> {
                    if (saved.rowCount() == 0) {
                        throw Problem.of(412, "precondition-failed", "The contact has changed since.");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Forgets how to reach a customer, here and in every notification; what is not sent yet never will be. 404 when
     * there is no contact.
     */
    public Uni<Void> erase(String customerId) {
        return database.transaction(transaction -> delete(transaction, customerId)
                .chain(() -> transaction.execute(ERASE_ADDRESSES, customerId))
                .replaceWithVoid());
    }

    /** Waits for those who are writing notifications to this contact, so that the next statement sees them. */
    private static Uni<Void> delete(Transaction transaction, String customerId) {
        return transaction
                .execute("DELETE FROM contact WHERE customer_id = $1", customerId)
                .invoke(deleted -> {
                    if (deleted.rowCount() == 0) {
                        throw notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** The refusal where there is no contact, or none that is the caller's to know. */
    public static Problem notFound() {
        return Problem.notFound("contact-not-found", "There is no contact of this customer.");
    }
}
