package io.duplex.order.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Inventory-service, asked while a person waits: two tries of 300 ms at most, and none at all while the circuit is open.
 * Any failure but {@link UnknownSkus} means that it could not be asked.
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
    Uni<InventoryClient.Answer> ask(List<Wanted> wanted) {
        return client.availability(question(wanted)).invoke(answer -> requireSense(answer, wanted));
    }

    private static InventoryClient.Question question(List<Wanted> wanted) {
        return new InventoryClient.Question(wanted.stream()
                .map(line -> new InventoryClient.Item(line.sku(), line.quantity()))
                .toList());
    }

    private static void requireSense(InventoryClient.Answer answer, List<Wanted> wanted) {
        var told = answer.lines().stream()
                .filter(line -> line.unitPrice() != null && line.unitPrice().isPositive())
                .map(InventoryClient.Line::sku)
                .collect(Collectors.toSet());
        if (!told.equals(wanted.stream().map(Wanted::sku).collect(Collectors.toSet()))) {
            throw new IllegalStateException("inventory-service answered something else than was asked");
        }
    }
}
