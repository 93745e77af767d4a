package io.duplex.e2e.suite;

/**
 * Who may send the events of a service, and how long: a holder that lives renews it, one that stands still loses it.
 *
 * @param holder a process, by an id that only it knows
 */
public record Lease(String holder, String expiresAt) {

    /** The lease as it is now. */
    public static Lease of(Databases databases, String database) {
        var columns = databases
                .rows(database, "SELECT holder, expires_at FROM outbox_lease")
                .get(0)
                .split(" ", 2);
        return new Lease(columns[0], columns[1]);
    }
}
