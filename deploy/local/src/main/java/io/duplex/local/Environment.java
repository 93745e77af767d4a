package io.duplex.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables through which alone a service learns where it is and whom it may talk to. */
record Environment(Ports ports, DataFolder data) {
    private static final String ISSUER = "https://issuer.duplex.local";

    /** The settings of one replica of {@code service}. */
    Map<String, String> of(Service service, int replica) {
        Map<String, String> settings = new LinkedHashMap<>();
        String database = "postgresql://127.0.0.1:" + ports.postgresql() + "/" + service.database();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.service(service, replica)));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database);
        settings.put("QUARKUS_DATASOURCE_REACTIVE_URL", database);
        settings.put("QUARKUS_DATASOURCE_USERNAME", service.role());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", data.password(service.role()));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        settings.put("DUPLEX_OIDC_JWKS_URL", stubs() + "/dev/jwks");
        settings.put("DUPLEX_OIDC_ISSUER", ISSUER);
        settings.put("DUPLEX_OIDC_AUDIENCE", "duplex");
        settings.putAll(neighboursOf(service));
        return settings;
    }

    private Map<String, String> neighboursOf(Service service) {
        return switch (service) {
            case ORDER -> Map.of("ORDER_INVENTORY_URL", urlOf(Service.INVENTORY));
            case INVENTORY -> Map.of("INVENTORY_ORDER_URL", urlOf(Service.ORDER));
            case NOTIFICATION ->
                Map.of(
                        "QUARKUS_MAILER_HOST", "127.0.0.1",
                        "QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()),
                        "NOTIFICATION_SMS_URL", stubs());
            case INVOICE -> Map.of();
        };
    }

    /** The one replica, or the gateway, which knows which of several are alive. */
    private String urlOf(Service neighbour) {
        int port = ports.replicas() == 1 ? ports.service(neighbour, 1) : ports.gateway();
        return "http://127.0.0.1:" + port;
    }

    private String stubs() {
        return "http://127.0.0.1:" + ports.stubs();
    }
}
