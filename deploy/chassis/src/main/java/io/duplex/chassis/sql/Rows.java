package io.duplex.chassis.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads what a statement returned. */
public final class Rows {
    private Rows() {}

    /** All rows, each mapped, in the order in which they came. */
    public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapper).toList();
    }

    /** The first row, mapped. */
    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> mapper) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(mapper);
    }
}
