package io.duplex.e2e.conformance;

import java.util.List;
import java.util.stream.Stream;

/** Who might call. */
enum CallerKind {
    NOBODY("none"),
    EXPIRED("exp"),
    UNSIGNED("alg:none"),
    TAMPERED("tampered"),
    OTHER_AUDIENCE("aud"),
    OTHER_ISSUER("iss"),
    CUSTOMER("customer"),
    STAFF("staff"),
    ADMIN("admin"),
    SERVICE("service"),
    OWN("own"),
    FOREIGN("foreign");

    private final String title;

    CallerKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static List<String> titles() {
        return Stream.of(values()).map(CallerKind::title).toList();
    }
}
