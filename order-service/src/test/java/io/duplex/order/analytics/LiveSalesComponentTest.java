package io.duplex.order.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.order.RunningOrderService;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class LiveSalesComponentTest {
    @Inject
    FindSales sales;

    @Test
    void endWhenTheProcessBeginsToEnd() throws Exception {
        var live = new LiveSales(sales, Clock.systemUTC());
        var told = live.follow().collect().asList().subscribeAsCompletionStage();

        live.end(new ShutdownDelayInitiatedEvent());

        assertThat(told.get(5, TimeUnit.SECONDS)).isNotEmpty();
    }
}
