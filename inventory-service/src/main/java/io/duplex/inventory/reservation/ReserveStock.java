package io.duplex.inventory.reservation;

import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.StockLevel;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Promises stock to orders: each gets all of its lines or none, and is decided once, for ever. */
@ApplicationScoped
public class ReserveStock {
    private final StockLevels levels;
    private final Reservations reservations;

    ReserveStock(StockLevels levels, Reservations reservations) {
        this.levels = levels;
        this.reservations = reservations;
    }

    /** Decides the orders in the order given, no two of them the same; those that were decided before stay as they are. */
    public Uni<Void> reserve(Transaction transaction, List<Demand> demands) {
        return reservations
                .known(transaction, demands)
                .map(known -> demands.stream()
                        .filter(demand -> !known.contains(demand.orderId()))
                        .toList())
                .invoke(fresh -> transaction.passBy(demands.size() - fresh.size()))
                .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem() : decide(transaction, fresh));
    }

    private Uni<Void> decide(Transaction transaction, List<Demand> demands) {
        var skus = demands.stream()
                .flatMap(demand -> demand.quantities().keySet().stream())
                .toList();
        return levels.lock(transaction, skus)
                .map(locked -> Allocation.decide(demands, available(locked)))
                .call(outcomes -> levels.change(
                        transaction,
                        outcomes.stream().flatMap(Outcome::allocations).toList()))
                .call(outcomes -> reservations.insert(transaction, outcomes))
                .chain(outcomes ->
                        transaction.publish(outcomes.stream().map(Outcome::fact).toList()));
    }

    private static Map<String, Long> available(Map<String, StockLevel> levels) {
        return levels.values().stream().collect(Collectors.toMap(StockLevel::sku, StockLevel::available));
    }
}
