package io.duplex.chassis.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;

/** Lets a channel choose {@code commit-strategy=when-done}. */
@ApplicationScoped
@Identifier(CommitWhenDoneFactory.WHEN_DONE)
class CommitWhenDoneFactory implements KafkaCommitHandler.Factory {
    static final String WHEN_DONE = "when-done";

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration channel,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new CommitWhenDone(consumer);
    }
}
