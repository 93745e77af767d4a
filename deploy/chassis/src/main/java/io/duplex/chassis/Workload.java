package io.duplex.chassis;

import io.smallrye.mutiny.Uni;

/** Work of its own pace that a process finishes before it ends; every bean of this type is asked to. */
public interface Workload {

    /** Begins nothing more. */
    default void stop() {}

    /** The item arrives when nothing is in work. */
    Uni<Void> atRest();
}
