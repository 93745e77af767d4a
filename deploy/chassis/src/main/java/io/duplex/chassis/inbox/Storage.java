package io.duplex.chassis.inbox;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Where the inbox keeps what it must not forget. */
@Singleton
record Storage(Database database, Parking parking, DeadLetters deadLetters) {

    /** Makes a dead letter of a delivery and parks what comes after it; false when it is a dead letter already. */
    Uni<Boolean> bury(Transaction transaction, String consumer, Delivery delivery, String reason) {
        return deadLetters
                .add(transaction, consumer, delivery, reason)
                .call(isNew -> isNew && delivery.lane().isPresent()
                        ? parking.close(transaction, consumer, delivery.lane().get())
                        : Uni.createFrom().voidItem());
    }
}
