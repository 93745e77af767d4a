package io.duplex.e2e.conformance;

import io.duplex.contracts.openapi.Operation;
import io.duplex.contracts.suite.Documents;
import io.duplex.e2e.load.Wire;
import io.duplex.e2e.load.Wire.Caller;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A small world to ask about: a product that is ordered, one that is changed at will, and two customers who each have a contact, a confirmed order with its
 * invoice and its shipment, a cancelled one with its credit note, and notifications. The objects of each are known by the collections in
 * which they are found: {@code orders}, {@code invoices}.
 */
final class World {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> ADDRESS =
            Map.of("name", "A. Buyer", "street", "Main St 1", "postalCode", "10115", "city", "Berlin", "country", "DE");

    private final RunningSuite suite;
    private final Wire wire;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String tried = "TRIED-" + mark;
    private final Map<Owner, Map<String, String>> objects = new HashMap<>();

    /** Whose an object is: the caller's, or somebody else's. */
    enum Owner {
        OWN,
        FOREIGN
    }

    private World(RunningSuite suite) {
        this.suite = suite;
        this.wire = new Wire(() -> suite.run().url("stubs"));
    }

    /** Makes the world over the API; everything is there when this returns. */
    static World make(RunningSuite suite) {
        var world = new World(suite);
        world.sell(world.sku());
        world.sell(world.tried);
        List.of(Owner.values()).forEach(world::settle);
        List.of(Owner.values()).forEach(world::awaitEvents);
        return world;
    }

    String customer(Owner owner) {
        return owner == Owner.OWN ? "c-own-" + mark : "c-foreign-" + mark;
    }

    /** The product that can be ordered whatever is tried. */
    String sku() {
        return "SKU-" + mark;
    }

    /** What a customer has in this collection; nothing is known there when it throws. */
    String id(String collection, Owner owner) {
        var id = objects.getOrDefault(owner, Map.of()).get(collection);
        if (id == null) {
            throw new IllegalStateException("The world has no " + collection + ": World has to make one.");
        }
        return id;
    }

    /** Makes anew what a request that is let in would use up. */
    void renew(Operation operation) {
        if (operation.method().equals("GET")) {
            return;
        }
        if (operation.path().startsWith("/v1/orders/{")) {
            put(Owner.OWN, "orders", place(Owner.OWN));
        } else if (operation.path().startsWith("/v1/shipments/{")) {
            put(Owner.OWN, "shipments", labelled(place(Owner.OWN)));
            if (operation.path().endsWith("/deliver")) {
                tend(id("shipments", Owner.OWN), "dispatch");
            }
        } else if (operation.path().startsWith("/v1/contacts/{")) {
            register(Owner.OWN);
        }
    }

    private void sell(String sku) {
        var product = Documents.parse(
                """
                {"sku":"%s","name":"Thing","unitPrice":{"amount":"49.90","currency":"EUR"},
                 "taxCategory":"STANDARD","lowThreshold":0,"initialStock":1000000}"""
                        .formatted(sku));
        wire.require(Caller.STAFF, "POST", url("inventory-service") + "/v1/products", sku, product);
    }

    private void settle(Owner owner) {
        register(owner);
        put(owner, "contacts", customer(owner));
        put(owner, "customers", customer(owner));
        put(owner, "products", tried);
        put(owner, "stock", tried);
        put(owner, "orders", place(owner));
        put(owner, "reservations", id("orders", owner));
        put(owner, "cancelled orders", place(owner));
    }

    private void awaitEvents(Owner owner) {
        put(owner, "shipments", labelled(id("orders", owner)));
        put(owner, "invoices", await("invoices", document("INVOICE", id("orders", owner))));
        var cancelled = id("cancelled orders", owner);
        await("invoices", document("INVOICE", cancelled));
        wire.require(
                Caller.customer(customer(owner)),
                "POST",
                url("order-service") + "/v1/orders/" + cancelled + "/cancel",
                null,
                Map.of("reason", "changed my mind"));
        put(owner, "credit-notes", await("invoices", document("CREDIT_NOTE", cancelled)));
        var notified = "SELECT id FROM notification WHERE customer_id = '" + customer(owner) + "' ORDER BY id LIMIT 1";
        put(owner, "notifications", await("notifications", notified));
    }

    private void register(Owner owner) {
        var name = customer(owner);
        var contact = Map.of("email", name + "@customer.example", "phone", "+4915112345678", "locale", "en");
        var url = url("notification-service") + "/v1/contacts/" + name;
        wire.require(Caller.customer(name), "PUT", url, null, contact);
    }

    private String place(Owner owner) {
        var lines = List.of(Map.of("sku", sku(), "quantity", 1));
        var order = Map.of("lines", lines, "shippingAddress", ADDRESS);
        var key = UUID.randomUUID().toString();
        var caller = Caller.customer(customer(owner));
        var placed = wire.require(caller, "POST", url("order-service") + "/v1/orders", key, order);
        return placed.path("id").asText();
    }

    /** The shipment of an order, with its label. */
    private String labelled(String order) {
        var shipment = await("inventory", "SELECT id FROM shipment WHERE order_id = '" + order + "'");
        tend(shipment, "label");
        return shipment;
    }

    private void tend(String shipment, String step) {
        wire.require(
                Caller.STAFF, "POST", url("inventory-service") + "/v1/shipments/" + shipment + "/" + step, null, null);
    }

    private static String document(String kind, String order) {
        return "SELECT id FROM document WHERE kind = '%s' AND order_id = '%s' AND number IS NOT NULL"
                .formatted(kind, order);
    }

    private String await(String database, String sql) {
        return Awaitility.await(sql)
                .atMost(PATIENCE)
                .until(() -> suite.databases().rows(database, sql), rows -> !rows.isEmpty())
                .get(0);
    }

    private void put(Owner owner, String collection, String id) {
        objects.computeIfAbsent(owner, missing -> new HashMap<>()).put(collection, id);
    }

    private String url(String service) {
        return suite.run().url(suite.run().names(service).get(0));
    }
}
