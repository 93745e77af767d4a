package io.duplex.chassis;

/** Work of its own pace that a process finishes before it ends; every bean of this type is asked to. */
public interface Workload {

    /** Begins nothing more. */
    default void stop() {}

    /** Whether nothing is in work. */
    boolean isAtRest();
}
