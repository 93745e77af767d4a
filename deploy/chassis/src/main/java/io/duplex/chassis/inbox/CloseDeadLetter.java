package io.duplex.chassis.inbox;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.inbox.DeadLetter.Status;
import io.duplex.chassis.sql.SqlFailures;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Closes a dead letter by handling it once more or by giving it up; either way, what was parked behind it goes on. A
 * dead letter that is closed stays as it is, whatever is asked of it again.
 */
@ApplicationScoped
public class CloseDeadLetter {
    private static final Logger LOG = Logger.getLogger(CloseDeadLetter.class);

    private final Inbox inbox;
    private final Storage storage;
    private final ReleaseParked releasing;

    CloseDeadLetter(Inbox inbox, Storage storage, ReleaseParked releasing) {
        this.inbox = inbox;
        this.storage = storage;
        this.releasing = releasing;
    }

    /** Runs the event's handler again. When it fails again, the dead letter stays open. */
    public Uni<Outcome> redrive(UUID id, String actor) {
        return close(id, actor, "REDRIVE", this::handleAgain)
                .onFailure(failure -> !(failure instanceof Problem) && !SqlFailures.isTransient(failure))
                .recoverWithUni(failure -> failedAgain(id, actor, Reasons.of(failure)));
    }

    /** Gives the event up: it will never have an effect, however often it is delivered. */
    public Uni<Outcome> discard(UUID id, String actor) {
        return close(
                id, actor, "DISCARD", (transaction, letter) -> Uni.createFrom().item(Status.DISCARDED));
    }

    private interface Work {
        Uni<Status> on(Transaction transaction, DeadLetter letter);
    }

    private Uni<Outcome> close(UUID id, String actor, String action, Work work) {
        return storage.database()
                .transaction(transaction -> lock(transaction, id)
                        .chain(letter -> letter.isOpen()
                                ? work.on(transaction, letter)
                                        .chain(status -> close(transaction, letter, status, action, actor))
                                : Uni.createFrom().item(new Closed(letter, "unchanged"))))
                .chain(closed -> release(closed).map(Outcome.of(closed.outcome())::releasing));
    }

    private record Closed(DeadLetter letter, String outcome) {}

    private Uni<DeadLetter> lock(Transaction transaction, UUID id) {
        return storage.deadLetters().lock(transaction, id).map(found -> found.orElseThrow(CloseDeadLetter::unknown));
    }

    /** The refusal of an id that no dead letter has. */
    public static Problem unknown() {
        return Problem.notFound("dead-letter-not-found", "There is no such dead letter.");
    }

    private Uni<Status> handleAgain(Transaction transaction, DeadLetter letter) {
        var consumer = inbox.find(letter.consumer())
                .orElseThrow(() -> new IllegalStateException("this service has no such consumer any more"));
        return consumer.handle(transaction, List.of(letter.delivery())).replaceWith(Status.REDRIVEN);
    }

    private Uni<Closed> close(Transaction transaction, DeadLetter letter, Status status, String action, String actor) {
        var outcome = status.name().toLowerCase(Locale.ROOT);
        LOG.infof("Dead letter %s of %s is %s by %s", letter.id(), letter.consumer(), outcome, actor);
        return storage.deadLetters()
                .close(transaction, letter, status)
                .chain(() -> storage.deadLetters().audit(transaction, letter.id(), action, outcome, actor))
                .chain(() -> letter.lane()
                        .map(lane -> storage.parking().release(transaction, letter.consumer(), lane))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(new Closed(letter, outcome));
    }

    private Uni<Integer> release(Closed closed) {
        return closed.letter()
                .lane()
                .map(lane -> releasing.release(closed.letter().consumer(), lane))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    private Uni<Outcome> failedAgain(UUID id, String actor, String reason) {
        LOG.infof("Dead letter %s was redriven by %s and failed again", id, actor);
        return storage.database()
                .transaction(transaction -> storage.deadLetters()
                        .failedAgain(transaction, id, reason)
                        .chain(() -> storage.deadLetters().audit(transaction, id, "REDRIVE", "failed", actor)))
                .replaceWith(Outcome.failed(reason));
    }
}
