package io.duplex.e2e.conformance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a bad input must get.
 *
 * @param code the problem's code; null when the table names none, and any that the document tells will do
 * @param pointer the place that one of the problem's errors must name; null when none is needed
 * @param entry the code of that error; null when any will do
 */
record Expected(int status, @Nullable String code, @Nullable String pointer, @Nullable String entry) {

    static Expected of(int status, @Nullable String code) {
        return new Expected(status, code, null, null);
    }

    /** 400: the value at this place is of another type. */
    static Expected invalidType(String pointer) {
        return of(400, "invalid-type").at(pointer);
    }

    /** 422: the value at this place breaks a rule. */
    static Expected invalidValue(String pointer) {
        return of(422, "validation-failed").at(pointer);
    }

    Expected at(String pointer) {
        return new Expected(status, code, "#" + pointer, entry);
    }

    Expected saying(String entryCode) {
        return new Expected(status, code, pointer, entryCode);
    }

    /** What of this an answer does not keep. */
    List<String> unmet(Answer answer) {
        List<String> unmet = new ArrayList<>();
        if (answer.status() != status || (code != null && !answer.code().equals(code))) {
            unmet.add("is not answered " + status + (code == null ? "" : " " + code));
        }
        if (pointer != null && !hasEntry(answer)) {
            unmet.add("is not answered with an error" + (entry == null ? "" : " " + entry) + " at " + pointer);
        }
        return unmet;
    }

    private boolean hasEntry(Answer answer) {
        for (var error : answer.json().path("errors")) {
            if (error.path("pointer").asText().equals(pointer)
                    && (entry == null || error.path("code").asText().equals(entry))) {
                return true;
            }
        }
        return false;
    }
}
