package io.duplex.embedded;

import java.util.Map;

/** Which database and role belong to which service. */
public record ServiceDatabase(String database, String role) {
    private static final Map<String, ServiceDatabase> BY_SERVICE = Map.of(
            "order-service", new ServiceDatabase("orders", "order_service"),
            "inventory-service", new ServiceDatabase("inventory", "inventory_service"),
            "invoice-service", new ServiceDatabase("invoices", "invoice_service"),
            "notification-service", new ServiceDatabase("notifications", "notification_service"));

    /** The database of a service, named as its folder is. */
    public static ServiceDatabase of(String service) {
        ServiceDatabase found = BY_SERVICE.get(service);
        if (found == null) {
            throw new IllegalArgumentException("no such service: " + service + ", but " + BY_SERVICE.keySet());
        }
        return found;
    }
}
