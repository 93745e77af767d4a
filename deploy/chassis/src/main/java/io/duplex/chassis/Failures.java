package io.duplex.chassis;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.pgclient.PgException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what failed in words that fit a log and an operator: no class, no statement, no row's content. */
public final class Failures {
    private static final int MOST_CAUSES = 5;
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])");
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Failures() {}

    /** What failed, and what led to it, in one line. */
    public static String inWords(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(cause -> !onlyWraps(cause))
                .map(cause -> PACKAGES.matcher(message(cause)).replaceAll(""))
                .distinct()
                .collect(Collectors.joining("; caused by "));
    }

    /** Java's wrappers say what their cause says. */
    private static boolean onlyWraps(Throwable failure) {
        return failure.getCause() != null
                && Objects.equals(failure.getMessage(), failure.getCause().toString());
    }

    private static String message(Throwable failure) {
        var message = ownMessage(failure);
        return message == null || message.isBlank()
                ? kind(failure)
                : message.lines().collect(Collectors.joining(" "));
    }

    private static @Nullable String ownMessage(Throwable failure) {
        if (failure instanceof PgException pg) {
            return pg.getErrorMessage() + " (" + pg.getSqlState() + ")";
        }
        return failure instanceof JsonProcessingException json ? json.getOriginalMessage() : failure.getMessage();
    }

    /** {@code TimeoutException} is a timeout. */
    private static String kind(Throwable failure) {
        var name = failure.getClass().getSimpleName().replaceFirst("(Exception|Error)$", "");
        return HUMPS.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
