package io.duplex.chassis.sql;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a failure of the database means for the caller (SQLSTATE, PostgreSQL's appendix A). */
public final class SqlFailures {
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
    /** Cardinality violation, data exception, integrity constraint violation, raised by our own SQL. */
    private static final List<String> LASTING = List.of("21", "22", "23", "P0");

    private static final List<String> UNAVAILABLE = List.of("08", "53", "55P03", "57", "25P03");

    private SqlFailures() {}

    /** Whether the same transaction, run again, may well succeed: deadlock or serialization failure. */
    public static boolean isConflict(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof PgException pg && CONFLICTS.contains(pg.getSqlState()));
    }

    /** Whether the database could not be reached, or not in time: the request changed nothing that was answered. */
    public static boolean isUnavailable(Throwable failure) {
        return causes(failure).anyMatch(SqlFailures::tellsOfAbsence);
    }

    private static boolean tellsOfAbsence(Throwable cause) {
        if (cause instanceof PgException pg) {
            return pg.getSqlState() != null && UNAVAILABLE.stream().anyMatch(pg.getSqlState()::startsWith);
        }
        return (cause instanceof IOException && !(cause instanceof JacksonException))
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof VertxException
                || cause.getClass().getName().contains("NoStackTraceThrowable");
    }

    /**
     * Whether it was not the work's own fault: run again later, unchanged, it may well succeed. That is every failure of
     * the database but those that the data itself causes, and every lack of an answer.
     */
    public static boolean isTransient(Throwable failure) {
        return causes(failure).anyMatch(SqlFailures::isNotOurFault);
    }

    private static boolean isNotOurFault(Throwable cause) {
        return cause instanceof PgException pg
                ? pg.getSqlState() == null || LASTING.stream().noneMatch(pg.getSqlState()::startsWith)
                : tellsOfAbsence(cause);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
