package io.duplex.local;

import java.util.HashMap;
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
        settings.putAll(tokens(service));
        settings.putAll(neighboursOf(service, replica));
        return settings;
    }

    /** What the stubs are told: which services may ask for tokens of their own, and by which secret. */
    Map<String, String> ofStubs() {
        return Map.of("STUBS_CLIENTS", Service.INVENTORY.module() + ":" + clientSecret(Service.INVENTORY));
    }

    /** Whose tokens count: those of the stubs, unless the launcher's own environment names another provider. */
    private Map<String, String> tokens(Service service) {
        Map<String, String> tokens = new HashMap<>(Map.of(
                "DUPLEX_OIDC_JWKS_URL",
                stubs() + "/dev/jwks",
                "DUPLEX_OIDC_ISSUER",
                ISSUER,
                "DUPLEX_OIDC_AUDIENCE",
                "duplex"));
        if (service == Service.INVENTORY) {
            tokens.put("DUPLEX_OIDC_TOKEN_URL", stubs() + "/dev/oauth/token");
            tokens.put("DUPLEX_OIDC_CLIENT_ID", service.module());
            tokens.put("DUPLEX_OIDC_CLIENT_SECRET", clientSecret(service));
        }
        tokens.replaceAll(System.getenv()::getOrDefault);
        return tokens;
    }

    private Map<String, String> neighboursOf(Service service, int replica) {
        return switch (service) {
            case ORDER -> Map.of("ORDER_INVENTORY_URL", urlOf(Service.INVENTORY));
            case INVENTORY -> Map.of("INVENTORY_ORDER_URL", order(replica));
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

    /** The replica of the same number: what services alone may call is not routed by the gateway. */
    private String order(int replica) {
        return "http://127.0.0.1:" + ports.service(Service.ORDER, replica);
    }

    private String clientSecret(Service service) {
        return data.password(service.module());
    }

    private String stubs() {
        return "http://127.0.0.1:" + ports.stubs();
    }
}
