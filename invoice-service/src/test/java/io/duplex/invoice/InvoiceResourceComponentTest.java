package io.duplex.invoice;

import static io.duplex.invoice.Shop.TWO_CHAIRS;
import static io.duplex.invoice.Shop.as;
import static io.duplex.invoice.Shop.awaitInvoice;
import static io.duplex.invoice.Shop.created;
import static io.duplex.invoice.Shop.customer;
import static io.duplex.invoice.Shop.staff;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInvoiceService
class InvoiceResourceComponentTest {
    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void readsOneWithItsVersion() {
        var id = shop.issued().getString("id");

        customer()
                .get("/v1/invoices/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(id));
        customer()
                .header("If-None-Match", "\"2\"")
                .get("/v1/invoices/" + id)
                .then()
                .statusCode(304)
                .header("ETag", "\"2\"");
    }

    @Test
    void hidesWhatBelongsToOthers() {
        var id = shop.issued().getString("id");
        var other = as("c-2002", "customer");

        var foreign = other.get("/v1/invoices/" + id);

        assertThat(foreign.statusCode()).isEqualTo(404);
        for (var nothing : List.of(UUID.randomUUID().toString(), "not-an-id")) {
            var unknown = other.get("/v1/invoices/" + nothing);
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat((String) unknown.path("code"))
                    .isEqualTo(foreign.path("code"))
                    .isEqualTo("invoice-not-found");
            assertThat((String) unknown.path("detail")).isEqualTo(foreign.path("detail"));
        }
        other.get("/v1/invoices").then().statusCode(200).body("items.customerId", everyItem(equalTo("c-2002")));
        other.get("/v1/credit-notes/" + id).then().statusCode(404).body("code", equalTo("credit-note-not-found"));
    }

    @Test
    void showsEverythingToStaffAndServices() {
        var id = shop.issued().getString("id");

        for (var role : List.of("staff", "admin", "service")) {
            as("s-1", role).get("/v1/invoices/" + id).then().statusCode(200);
        }
    }

    @Test
    void needsAToken() {
        given().get("/v1/invoices").then().statusCode(401).body("code", equalTo("invalid-token"));
    }

    @Test
    void pagesThroughAllOfThemNewestFirst() {
        var customer = "c-" + UUID.randomUUID();
        var orders = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        for (var order : orders) {
            shop.tell(created(order, customer, "EUR", "2026-11-21T10:00:00Z", TWO_CHAIRS));
            awaitInvoice(order, "DRAFT");
        }

        var seen = new ArrayList<String>();
        var page = page(customer, null);
        while (page.path("page.next") != null) {
            assertThat(page.header("Link")).contains("rel=\"next\"", "after=" + page.path("page.next"));
            seen.addAll(page.path("items.orderId"));
            page = page(customer, page.path("page.next"));
        }
        seen.addAll(page.path("items.orderId"));

        assertThat(page.header("Link")).isNull();
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> orders.get(5 - i).toString())
                        .toList());
    }

    @Test
    void filtersByStatusAndCustomer() {
        shop.issued();

        staff().get("/v1/invoices?status=ISSUED&customerId=" + Shop.CUSTOMER)
                .then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo("ISSUED")))
                .body("items.customerId", everyItem(equalTo(Shop.CUSTOMER)));
        staff().get("/v1/invoices?status=DISCARDED&customerId=nobody")
                .then()
                .body("items.size()", equalTo(0))
                .body("page.next", nullValue());
    }

    @Test
    void refusesParametersThatItDoesNotUnderstand() {
        for (var query : List.of("limit=0", "limit=201", "limit=abc", "after=broken", "status=LOST", "orderId=1")) {
            staff().get("/v1/invoices?" + query).then().statusCode(400).body("code", equalTo("invalid-parameter"));
        }
    }

    @Test
    void speaksJsonOnly() {
        var id = shop.issued().getString("id");

        staff().accept("application/pdf")
                .get("/v1/invoices/" + id)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("not-acceptable"));
    }

    private static Response page(String customer, @Nullable String after) {
        var from = after == null ? "" : "&after=" + after;
        return as(customer, "customer").get("/v1/invoices?limit=2" + from);
    }
}
