package io.duplex.invoice;

import static io.duplex.invoice.Shop.TWO_CHAIRS;
import static io.duplex.invoice.Shop.as;
import static io.duplex.invoice.Shop.awaitInvoice;
import static io.duplex.invoice.Shop.confirmed;
import static io.duplex.invoice.Shop.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInvoiceService
class MissingDraftComponentTest {
    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aConfirmationWithoutADraftWaitsAsADeadLetterWhileOthersAreInvoiced() {
        var unknown = UUID.randomUUID();
        var known = UUID.randomUUID();

        shop.tell(confirmed(unknown), created(known, TWO_CHAIRS), confirmed(known));

        awaitInvoice(known, "ISSUED");
        await().untilAsserted(() -> assertThat(deadLettersOf(unknown)).hasSize(1));
        as("op-1", "admin")
                .post("/v1/dead-letters/" + deadLettersOf(unknown).get(0) + "/discard")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("discarded"));
    }

    private static List<String> deadLettersOf(UUID order) {
        return as("op-1", "admin")
                .get("/v1/dead-letters?consumer=invoice.orders&status=OPEN")
                .jsonPath()
                .getList("items.findAll { it.key == '" + order + "' }.id");
    }
}
