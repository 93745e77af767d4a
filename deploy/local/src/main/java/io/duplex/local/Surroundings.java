package io.duplex.local;

import java.util.concurrent.ScheduledExecutorService;

/** What a process needs around it: who kills it if the launcher dies, who wakes it, and who hears of it. */
record Surroundings(Watchdog watchdog, ScheduledExecutorService timer, Listener listener) {

    /** Hears what happens to a process; called from several threads. */
    interface Listener {
        void started(ManagedProcess process);

        void ready(ManagedProcess process);

        /** The process ended by itself with {@code exitCode}; {@code hopeless} when it does so again and again. */
        void died(ManagedProcess process, int exitCode, boolean hopeless);
    }
}
