package io.duplex.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "25P03", "25006", "28P01", "42P01",
                "XX000"
            })
    void isTransientUnlessTheDataIsToBlame(String sqlState) {
        assertThat(SqlFailures.isTransient(new IllegalStateException(failure(sqlState))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21000", "22003", "22P02", "22021", "23502", "23505", "23514", "P0001"})
    void isLastingWhenTheDataIsToBlame(String sqlState) {
        assertThat(SqlFailures.isTransient(failure(sqlState))).isFalse();
    }

    @Test
    void isTransientWithoutAnAnswer() {
        assertThat(SqlFailures.isTransient(new IOException("connection reset"))).isTrue();
        assertThat(SqlFailures.isTransient(new TimeoutException())).isTrue();
        assertThat(SqlFailures.isTransient(new io.smallrye.mutiny.TimeoutException()))
                .isTrue();
    }

    @Test
    void aDefectIsLasting() {
        assertThat(SqlFailures.isTransient(new NullPointerException())).isFalse();
        assertThat(SqlFailures.isTransient(new IllegalStateException())).isFalse();
        assertThat(SqlFailures.isTransient(new JsonParseException("not JSON, though an IOException")))
                .isFalse();
    }

    private static PgException failure(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, "");
    }
}
