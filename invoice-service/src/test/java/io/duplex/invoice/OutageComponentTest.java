package io.duplex.invoice;

import static io.duplex.invoice.Shop.TWO_CHAIRS;
import static io.duplex.invoice.Shop.awaitInvoice;
import static io.duplex.invoice.Shop.confirmed;
import static io.duplex.invoice.Shop.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.chassis.sql.Database;
import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInvoiceService
class OutageComponentTest {
    @Inject
    Database database;

    @Inject
    IssueInvoices issuing;

    private final Shop shop = new Shop();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void catchesUpWhenTheDatabaseIsBack() throws Exception {
        var reader = Shop.staff();
        DuplexTestResource.postgres().kill();
        try {
            shop.tell(created(order, TWO_CHAIRS), confirmed(order));
            var answer = reader.get("/v1/invoices?orderId=" + order);
            answer.then().statusCode(503).contentType("application/problem+json");
            assertThat(answer.header("Retry-After")).isNotNull();
            assertThat(answer.time()).isLessThan(3_000);
        } finally {
            DuplexTestResource.postgres().start();
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> Shop.invoicesOf(order).getList("items.status").contains("ISSUED"));
        await().untilAsserted(() -> assertThat(shop.told(order)).hasSize(1));
        new Books().assertGapless("INV");
    }

    @Test
    void keepsWhatItHasToTellUntilTheBrokerIsBack() throws Exception {
        shop.tell(created(order, TWO_CHAIRS));
        awaitInvoice(order, "DRAFT");
        DuplexTestResource.kafka().stop();
        try {
            var fact = new OrderFact(order, null, UUID.randomUUID().toString());
            database.transaction(tx -> issuing.issue(tx, List.of(fact))).await().atMost(Duration.ofSeconds(10));
            awaitInvoice(order, "ISSUED");
        } finally {
            DuplexTestResource.kafka().start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(shop.told(order)).hasSize(1));
    }
}
