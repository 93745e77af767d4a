package io.duplex.e2e.conformance;

import io.duplex.e2e.conformance.World.Owner;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Tries an operation with every kind of caller. */
final class Callers {
    private static final Set<Integer> NOT_LET_IN = Set.of(400, 401, 403, 404, 405, 406, 415, 503);
    private static final List<CallerKind> UNIDENTIFIED = List.of(
            CallerKind.NOBODY,
            CallerKind.EXPIRED,
            CallerKind.UNSIGNED,
            CallerKind.TAMPERED,
            CallerKind.OTHER_AUDIENCE,
            CallerKind.OTHER_ISSUER);
    private static final List<CallerKind> ROLES =
            List.of(CallerKind.CUSTOMER, CallerKind.STAFF, CallerKind.ADMIN, CallerKind.SERVICE);

    private final WellFormed wellFormed;
    private final Function<Message, Answer> send;

    Callers(WellFormed wellFormed, Function<Message, Answer> send) {
        this.wellFormed = wellFormed;
        this.send = send;
    }

    /** Tells what is wrong with the answers to each caller; nothing when all is well. */
    void examine(Promise promise, BiConsumer<String, List<String>> note) {
        UNIDENTIFIED.forEach(kind -> note.accept(kind.title(), unidentified(promise, kind)));
        ROLES.forEach(kind -> note.accept(kind.title(), role(promise, kind.title())));
        if (Ownership.matters(promise.operation())) {
            var ownership = new Ownership(promise, wellFormed, send);
            note.accept(CallerKind.OWN.title(), ownership.isOf(Owner.OWN));
            note.accept(CallerKind.FOREIGN.title(), ownership.isOf(Owner.FOREIGN));
        }
    }

    private List<String> unidentified(Promise promise, CallerKind kind) {
        var role = wellFormed.roleFor(promise.operation());
        var good = wellFormed.of(promise.operation());
        var bearer = bearer(kind, wellFormed.subject(role), role);
        var sent = bearer.isEmpty() ? good.without("Authorization") : good.with("Authorization", "Bearer " + bearer);
        var exchange = new Exchange(promise, kind.title(), sent, send.apply(sent));
        var challenge = exchange.answer().header("www-authenticate");
        return exchange.require(exchange.answer().status() == 401, "is not answered 401")
                .require(challenge.startsWith("Bearer"), "is answered without WWW-Authenticate: Bearer")
                .require(
                        bearer.isEmpty() || challenge.contains("error=\"invalid_token\""),
                        "is not told that the token is invalid")
                .told();
    }

    private String bearer(CallerKind kind, String subject, String role) {
        var tokens = wellFormed.tokens();
        var good = tokens.of(subject, role);
        return switch (kind) {
            case EXPIRED -> tokens.expired(subject, role);
            case UNSIGNED -> Tokens.unsigned(good);
            case TAMPERED -> Tokens.tampered(good);
            case OTHER_AUDIENCE -> tokens.forAnotherAudience(subject, role);
            case OTHER_ISSUER -> tokens.ofAnotherIssuer(subject, role);
            default -> "";
        };
    }

    private List<String> role(Promise promise, String role) {
        if (WellFormed.admits(promise.operation(), role)) {
            return letIn(promise, role, wellFormed, send);
        }
        var message = wellFormed.of(promise.operation(), role, Owner.OWN);
        var exchange = new Exchange(promise, role, message, send.apply(message));
        return exchange.require(exchange.answer().status() == 403, "is not answered 403")
                .told();
    }

    /** Whoever is let in does not read that a good request was not understood, or that what is there is not. */
    static List<String> letIn(Promise promise, String role, WellFormed wellFormed, Function<Message, Answer> send) {
        wellFormed.world().renew(promise.operation());
        var message = wellFormed.of(promise.operation(), role, Owner.OWN);
        var exchange = new Exchange(promise, role, message, send.apply(message));
        return exchange.require(!NOT_LET_IN.contains(exchange.answer().status()), "is not let in")
                .told();
    }
}
