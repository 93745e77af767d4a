package io.duplex.order.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Inventory-service, asked while a person waits: two tries of 300 ms at most, and none at all while the circuit is open.
 * Any failure but {@link UnknownSkus} means that it could not be asked; so does an answer that makes no sense.
 */
@ApplicationScoped
class Inventory {
    private final InventoryClient client;

    Inventory(@RestClient InventoryClient client) {
        this.client = client;
    }

    @Timeout(300)
    @Retry(maxRetries = 1, delay = 0, jitter = 0, abortOn = UnknownSkus.class)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2_000, skipOn = UnknownSkus.class)
    Uni<StockAnswer> ask(List<Wanted> wanted) {
        return client.availability(question(wanted))
                .map(answer -> StockAnswer.of(answer, wanted).orElseThrow(Inventory::nonsense))
                .onFailure(failure -> failure instanceof UnknownSkus unknown && !unknown.pointsAtAnyOf(wanted.size()))
                .transform(pointless -> nonsense());
    }

    private static InventoryClient.Question question(List<Wanted> wanted) {
        return new InventoryClient.Question(wanted.stream()
                .map(line -> new InventoryClient.Item(line.sku(), line.quantity()))
                .toList());
    }

    private static IllegalStateException nonsense() {
        return new IllegalStateException("inventory-service answered something else than was asked");
    }
}
