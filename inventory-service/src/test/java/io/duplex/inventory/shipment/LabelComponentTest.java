package io.duplex.inventory.shipment;

import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.awaitShipment;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.shipment;
import static io.duplex.inventory.Warehouse.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.inventory.OrderDesk;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class LabelComponentTest {
    private final Warehouse warehouse = new Warehouse();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void printsWhereTheGoodsGo() throws IOException {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        print(id).then().statusCode(404).body("code", equalTo("label-not-found"));

        var made = make(id);

        made.then().statusCode(201).body("labelledAt", notNullValue());
        assertThat(made.header("Location")).isEqualTo("/v1/shipments/" + id + "/label");
        var pdf = print(id);
        pdf.then().statusCode(200).contentType("application/pdf").header("Cache-Control", "no-store");
        try (var label = Loader.loadPDF(pdf.asByteArray())) {
            assertThat(new PDFTextStripper().getText(label))
                    .contains("Łucja Őrsi", "Πλατεία 1", "10115 Berlin", "DE")
                    .contains(shipment(id).<String>path("trackingNumber"));
        }
    }

    @Test
    void printsTheSameAgain() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        var first = make(id);
        assertThat(make(id).asString()).isEqualTo(first.asString());

        assertThat(print(id).asByteArray()).isEqualTo(print(id).asByteArray());
    }

    @Test
    void asksInTheClerksNameAndKeepsNothing() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        make(id).then().statusCode(201);
        print(id).then().statusCode(200);
        awaitEmptyOutbox();

        assertThat(OrderDesk.asked(order))
                .containsExactly("GET by clerk-1[\"staff\"] for nobody: ", "GET by clerk-1[\"staff\"] for nobody: ");
        assertThat(number("SELECT count(*) FROM shipment WHERE shipment::text LIKE '%Łucja%' AND id = '" + id + "'"))
                .isZero();
        assertThat(warehouse.facts("shipments", order.toString()))
                .noneMatch(fact -> fact.value().contains("Łucja"));
    }

    @Test
    void saysThatOrderServiceCannotBeAsked() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        OrderDesk.answers(order, "503");

        make(id).then().statusCode(503).header("Retry-After", notNullValue());

        assertThat(shipment(id).<Object>path("labelledAt")).isNull();
        OrderDesk.answers(order, "200");
        make(id).then().statusCode(201);
        OrderDesk.answers(order, OrderDesk.HANG);
        print(id).then().statusCode(503).header("Retry-After", notNullValue());
    }

    @Test
    void makesNoLabelForACancelledShipment() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        make(id).then().statusCode(201);
        warehouse.hears(orderCancelled(order));
        awaitShipment(id, "CANCELLED");

        make(id).then().statusCode(409).body("code", equalTo("illegal-transition"));
        print(id).then().statusCode(409).body("code", equalTo("illegal-transition"));
    }

    private static Response make(String id) {
        return staff().post("/v1/shipments/" + id + "/label");
    }

    private static Response print(String id) {
        return staff().accept("application/pdf").get("/v1/shipments/" + id + "/label");
    }
}
