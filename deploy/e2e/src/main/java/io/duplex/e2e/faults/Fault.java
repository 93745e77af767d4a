package io.duplex.e2e.faults;

/** Something that happens to a suite while orders come in. */
interface Fault {
    /** Its name on the command line and in the table. */
    String name();

    /** How many processes of each service it takes. */
    default int replicas() {
        return 1;
    }

    /** Whether the short form includes it. */
    default boolean isBrief() {
        return true;
    }

    /** Whether orders may stay without an answer while it lasts. */
    default boolean mayLoseAnswers() {
        return false;
    }

    /** Does its harm and undoes it; returns when that is done, not when the suite has recovered. */
    void strike(Scene scene);
}
