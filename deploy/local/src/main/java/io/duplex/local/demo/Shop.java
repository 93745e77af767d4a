package io.duplex.local.demo;

import java.util.List;
import java.util.Map;

/** The goods and people of the demo. Setting up again changes nothing but the stock, which is topped up. */
final class Shop {
    static final Product CHAIR = new Product("CHAIR-OAK", "Oak chair", "49.90", 12, 10);
    static final Product LAMP = new Product("LAMP-BRASS", "Brass lamp", "89.00", 40, 5);
    static final int TOO_MANY = 5000;
    static final String CUSTOMER = "c-1001";
    static final String EMAIL = "a.buyer@duplex.example";
    static final String PHONE = "+4915112345678";

    private static final String STAFF_EMAIL = "stock@duplex.example";

    private final Client staff;
    private final Client customer;

    record Product(String sku, String name, String price, int stock, int lowThreshold) {
        Map<String, Object> body() {
            return Map.of(
                    "sku", sku,
                    "name", name,
                    "unitPrice", eur(price),
                    "taxCategory", "STANDARD",
                    "lowThreshold", lowThreshold,
                    "initialStock", stock);
        }
    }

    Shop(Client staff, Client customer) {
        this.staff = staff;
        this.customer = customer;
    }

    static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    /** Products with enough stock, a customer who can be told, and staff who hear of low stock. */
    void open() {
        for (Product product : List.of(CHAIR, LAMP)) {
            staff.post("/v1/products", product.body()).orFail(201, 409);
            topUp(product);
        }
        customer.put("/v1/contacts/" + CUSTOMER, contact()).orFail(200, 201, 204);
        staff.put(
                        "/v1/alert-recipients",
                        Map.of("recipients", List.of(Map.of("channel", "EMAIL", "address", STAFF_EMAIL))))
                .orFail(200, 204);
    }

    /** What a customer sends to order {@code quantity} pieces. */
    Map<String, Object> order(Product product, int quantity) {
        return Map.of(
                "lines", List.of(Map.of("sku", product.sku(), "quantity", quantity)),
                "shippingAddress",
                        Map.of(
                                "name", "A. Buyer",
                                "street", "Main St 1",
                                "postalCode", "10115",
                                "city", "Berlin",
                                "country", "DE"));
    }

    private void topUp(Product product) {
        int available = staff.get("/v1/stock/" + product.sku())
                .orFail(200)
                .body()
                .path("available")
                .asInt();
        if (available < product.stock()) {
            var receipt = Map.of("type", "RECEIPT", "quantity", product.stock() - available, "reason", "demo");
            staff.post("/v1/stock/" + product.sku() + "/movements", receipt).orFail(201);
        }
    }

    private static Map<String, Object> contact() {
        return Map.of(
                "email", EMAIL, "phone", PHONE, "locale", "en", "preferences", Map.of("email", true, "sms", true));
    }
}
