package io.duplex.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;

/** Products, stock, orders and invoices in memory; an order's view of prices lags behind as many orders as it is told. */
final class FakeSuite {
    final Map<String, ObjectNode> products = new TreeMap<>();
    final Map<String, Long> stock = new TreeMap<>();
    final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    int viewLag;
    boolean invoicing = true;
    boolean rejecting;
    private final Map<String, Money> view = new TreeMap<>();
    private int untilViewIsRight;

    /** What is answered. */
    record Reply(int status, String etag, Object body) {
        static Reply problem(int status, String code) {
            return new Reply(status, "", Map.of("code", code));
        }
    }

    synchronized Reply answer(HttpExchange exchange, String caller, JsonNode body) {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.equals("/dev/token")) {
            var subject = body.path("subject").asText();
            return new Reply(200, "", Map.of("access_token", subject, "expires_in", 3600));
        }
        var id = Path.of(path).getNameCount() > 2 ? Path.of(path).getName(2).toString() : "";
        return switch (method + ' ' + (id.isEmpty() ? path : path.replace("/" + id, ""))) {
            case "POST /v1/products" -> createProduct(body);
            case "GET /v1/products" -> product(id);
            case "PUT /v1/products" ->
                putProduct(id, exchange.getRequestHeaders().getFirst("If-Match"), body);
            case "POST /v1/stock/movements" -> receive(id, body);
            case "POST /v1/orders" -> place(caller.replace("Bearer ", ""), body);
            case "GET /v1/orders" -> id.isEmpty() ? ordersOf(query) : new Reply(200, "\"1\"", of(orders, id));
            case "POST /v1/orders/cancel" -> cancel(id);
            case "GET /v1/invoices" -> invoices(query.replace("orderId=", ""));
            default -> Reply.problem(404, "not-found");
        };
    }

    List<String> references() {
        return orders.values().stream()
                .map(order -> order.path("reference").asText())
                .toList();
    }

    private Reply createProduct(JsonNode body) {
        var product = ((ObjectNode) body).put("version", 1).put("active", true).put("clearThreshold", 1);
        products.put(body.path("sku").asText(), product);
        view.put(body.path("sku").asText(), Json.money(body.path("unitPrice")));
        return new Reply(201, etag(product), product);
    }

    private Reply product(String sku) {
        if (!products.containsKey(sku)) {
            return Reply.problem(404, "not-found");
        }
        var product = of(products, sku);
        return new Reply(200, etag(product), product);
    }

    private Reply putProduct(String sku, String etag, JsonNode body) {
        var product = of(products, sku);
        if (!etag(product).equals(etag)) {
            return Reply.problem(412, "precondition-failed");
        }
        var fields = new ArrayList<String>();
        body.fieldNames().forEachRemaining(fields::add);
        if (fields.size() != 6 || body.has("version")) {
            return Reply.problem(400, "unknown-field");
        }
        product.setAll((ObjectNode) body);
        product.put("version", product.path("version").asInt() + 1);
        untilViewIsRight = viewLag;
        return new Reply(200, etag(product), product);
    }

    private Reply receive(String sku, JsonNode body) {
        stock.merge(sku, body.path("quantity").asLong(), Long::sum);
        return new Reply(201, "", Map.of("type", "RECEIPT"));
    }

    private Reply place(String customer, JsonNode body) {
        if (untilViewIsRight-- <= 0) {
            products.forEach((sku, product) -> view.put(sku, Json.money(product.path("unitPrice"))));
        }
        var total = Money.parse("GBP 0");
        for (var line : body.path("lines")) {
            var price = view.get(line.path("sku").asText());
            if (price == null) {
                return Reply.problem(422, "unknown-sku");
            }
            total = total.plus(price.multipliedBy(line.path("quantity").asLong()));
        }
        if (!total.equals(Json.money(body.path("expectedTotal")))) {
            return Reply.problem(409, "price-changed");
        }
        var order = ((ObjectNode) body.deepCopy())
                .put("id", UUID.randomUUID().toString())
                .put("customerId", customer)
                .put("status", rejecting ? "REJECTED" : "CONFIRMED");
        order.set("total", Json.tree(total));
        orders.put(order.path("id").asText(), order);
        return new Reply(201, "\"1\"", order.deepCopy().put("status", "PENDING"));
    }

    private Reply ordersOf(String query) {
        var found = orders.values().stream()
                .filter(order ->
                        query.contains("customerId=" + order.path("customerId").asText()))
                .toList();
        return new Reply(200, "", Map.of("items", found, "page", Map.of()));
    }

    private Reply cancel(String id) {
        var order = of(orders, id);
        var status = order.path("status").asText();
        if (!status.equals("CONFIRMED")) {
            return new Reply(409, "", Map.of("code", "illegal-transition", "currentStatus", status));
        }
        return new Reply(200, "\"2\"", order.put("status", "CANCELLED"));
    }

    private Reply invoices(String orderId) {
        var order = of(orders, orderId);
        var issued = invoicing && !order.path("status").asText().equals("REJECTED");
        var items = issued ? List.of(Map.of("number", "INV-" + orderId, "net", order.path("total"))) : List.of();
        return new Reply(200, "", Map.of("items", items));
    }

    private static ObjectNode of(Map<String, ObjectNode> nodes, String key) {
        return Objects.requireNonNull(nodes.get(key), key);
    }

    private static String etag(ObjectNode product) {
        return '"' + product.path("version").asText() + '"';
    }
}
