package io.duplex.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String ONE_ORDER = HEADER + "1,A,CHAIR,2,today,3.50,c-1,France\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter errors = new StringWriter();

    @SuppressWarnings("NullAway.Init")
    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void placesOneOrderPerInvoiceNumber() throws IOException {
        var exit = replay(
                HEADER
                        + """
                1,A,CHAIR,2,today,3.50,c-1,France
                1,B,TABLE,1,today,10.00,c-1,France
                2,A,CHAIR,5,today,3.50,c-2,Nowhere
                """);

        assertThat(exit).isZero();
        assertThat(gateway.suite.references()).containsExactlyInAnyOrder("1", "2");
        assertThat(gateway.suite.stock).isEqualTo(Map.of("A", 17L, "B", 11L));
        var report = report();
        assertThat(report.path("rows").asInt()).isEqualTo(3);
        assertThat(report.path("orders").path("confirmed").asInt()).isEqualTo(2);
        assertThat(report.path("invoices").asInt()).isEqualTo(2);
        assertThat(report.path("revenue")).hasToString("[{\"amount\":\"34.50\",\"currency\":\"GBP\"}]");
        assertThat(report.path("totals").path("ofFile"))
                .isEqualTo(report.path("revenue").path(0));
        assertThat(report.path("work").path("unknownCountries").asInt()).isEqualTo(1);
        assertThat(report.path("speed").path("post").path("samples").asInt()).isEqualTo(2);
    }

    @Test
    void ordersNothingTwice() throws IOException {
        var file = HEADER
                + """
                1,A,CHAIR,2,today,3.50,c-1,France
                2,A,CHAIR,2,today,3.50,c-1,France
                3,A,CHAIR,2,today,4.50,c-1,France
                C4,A,CHAIR,-2,today,3.50,c-1,France
                """;
        replay(file);
        var products = Map.copyOf(gateway.suite.products).toString();

        var exit = replay(file);

        assertThat(exit).isZero();
        assertThat(gateway.suite.references()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(Map.copyOf(gateway.suite.products)).hasToString(products);
        assertThat(statuses()).containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED");
        assertThat(report().path("orders").path("alreadyPlaced").asInt()).isEqualTo(3);
        assertThat(gateway.suite.stock).isEqualTo(Map.of("A", 16L));
    }

    @Test
    void ordersNothingTwiceWhenKeysAreForgotten() throws IOException {
        replay(ONE_ORDER);
        gateway.forgetKeys();

        assertThat(replay(ONE_ORDER)).isZero();

        assertThat(gateway.suite.references()).containsExactly("1");
    }

    @Test
    void ordersNothingTwiceWhenEarlierOrdersCannotBeListed() throws IOException {
        replay(ONE_ORDER);
        gateway.failNext("GET /v1/orders", 404, Map.of());

        assertThat(replay(ONE_ORDER)).isZero();

        assertThat(gateway.suite.references()).containsExactly("1");
        assertThat(report().path("orders").path("alreadyPlaced").asInt()).isEqualTo(1);
    }

    @Test
    void changesThePriceBeforeTheOrderThatHasIt() throws IOException {
        gateway.suite.viewLag = 3;

        var exit = replay(
                HEADER
                        + """
                1,A,CHAIR,2,today,3.50,c-1,France
                2,A,CHAIR,2,today,4.00,c-1,France
                2,A,CHAIR,1,today,4.50,c-1,France
                3,A,CHAIR,2,today,3.50,c-1,France
                """);

        assertThat(exit).isZero();
        assertThat(gateway.suite.references()).containsExactly("1", "2", "2-2", "3");
        assertThat(report().path("revenue").path(0).path("amount").asText()).isEqualTo("26.50");
        assertThat(report().path("retries").path("price-changed").asInt()).isEqualTo(9);
        assertThat(report().path("work").path("pricesChanged").asInt()).isEqualTo(3);
    }

    @Test
    void cancelsTheLatestOrderWithTheSameContent() throws IOException {
        var exit = replay(
                HEADER
                        + """
                1,A,CHAIR,2,today,3.50,c-1,France
                2,A,CHAIR,2,today,3.50,c-1,France
                3,A,CHAIR,2,today,3.50,c-2,France
                C4,A,CHAIR,-2,today,3.50,c-1,France
                C5,A,CHAIR,-1,today,3.50,c-1,France
                6,A,CHAIR,1,today,3.50,c-1,France
                """);

        assertThat(exit).isZero();
        assertThat(order("2").path("status").asText()).isEqualTo("CANCELLED");
        assertThat(statuses()).containsOnlyOnce("CANCELLED");
        assertThat(report().path("orders").path("cancelled").asInt()).isEqualTo(1);
        assertThat(report().path("skippedRows")).hasToString("{\"nothing-to-cancel\":1}");
        assertThat(report().path("revenue").path(0).path("amount").asText()).isEqualTo("17.50");
    }

    @Test
    void obeysA429AndTriesAgainOnA503() throws IOException {
        gateway.failNext("POST /v1/orders", 429, Map.of("Retry-After", "1"));
        gateway.failNext("POST /v1/orders", 503, Map.of());
        gateway.failNext("PUT /v1/products/A", 503, Map.of());

        assertThat(replay(ONE_ORDER)).isZero();

        assertThat(gateway.requests("POST /v1/orders")).isEqualTo(3);
        assertThat(report().path("tookMs").asLong()).isGreaterThan(1_000);
        assertThat(report().path("retries")).hasToString("{\"http-429\":1,\"http-503\":1}");
    }

    @Test
    void ordersOnceWhenTheAnswerIsLost() throws IOException {
        gateway.loseAnswerOfNext("POST /v1/orders");

        assertThat(replay(ONE_ORDER)).isZero();

        assertThat(gateway.suite.references()).containsExactly("1");
        assertThat(report().path("orders").path("placed").asInt()).isEqualTo(1);
    }

    @Test
    void asksForANewTokenWhenOneIsRefused() throws IOException {
        gateway.failNext("POST /v1/orders", 401, Map.of());

        assertThat(replay(ONE_ORDER)).isZero();
    }

    @Test
    void failsWhenAnOrderIsRefused() throws IOException {
        gateway.failNext("POST /v1/orders", 422, Map.of());

        assertThat(replay(ONE_ORDER)).isEqualTo(1);

        assertThat(report().path("failures")).hasToString("[{\"reference\":\"1\",\"reason\":\"http-422\"}]");
    }

    @Test
    void failsWhenAnOrderIsRejected() throws IOException {
        gateway.suite.rejecting = true;

        assertThat(replay(ONE_ORDER)).isEqualTo(1);

        assertThat(report().path("orders").path("rejected").asInt()).isEqualTo(1);
        assertThat(report().path("revenue")).isEmpty();
    }

    @Test
    void failsWhenNoInvoiceComes() throws IOException {
        gateway.suite.invoicing = false;

        assertThat(replay(ONE_ORDER, "--patience", "1")).isEqualTo(1);

        assertThat(report().path("orders").path("misinvoiced").asInt()).isEqualTo(1);
    }

    @Test
    void keepsToTheRate() throws IOException {
        var rows = new StringBuilder(HEADER);
        for (var number = 1; number <= 11; number++) {
            rows.append(number).append(",A,CHAIR,2,today,3.50,c-1,France\n");
        }

        assertThat(replay(rows.toString(), "--rate", "20")).isZero();

        assertThat(report().path("tookMs").asLong()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        assertThat(replay("InvoiceNo;StockCode\n")).isEqualTo(2);
        assertThat(errors.toString()).contains("column Description is missing");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        gateway.close();

        assertThat(replay(ONE_ORDER)).isEqualTo(1);
        assertThat(errors.toString()).contains("nobody answers at " + gateway.url());
    }

    @Test
    void replaysTheSample() throws IOException {
        assertThat(replay(Files.readString(Path.of("sample-orders.csv")))).isZero();

        assertThat(report().path("orders").path("placed").asInt()).isEqualTo(12);
        assertThat(report().path("orders").path("cancelled").asInt()).isEqualTo(1);
        assertThat(report().path("totals").path("ofFile"))
                .isEqualTo(report().path("totals").path("placed").path(0));
    }

    private int replay(String content, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add("--url=" + gateway.url());
        arguments.add("--report=" + folder.resolve("report.json"));
        arguments.add(Files.writeString(folder.resolve("orders.csv"), content).toString());
        return Replay.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments.toArray(String[]::new));
    }

    private JsonNode report() throws IOException {
        return Json.read(Files.readAllBytes(folder.resolve("report.json")));
    }

    private JsonNode order(String reference) {
        return gateway.suite.orders.values().stream()
                .filter(order -> order.path("reference").asText().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private List<String> statuses() {
        return gateway.suite.orders.values().stream()
                .map(order -> order.path("status").asText())
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
