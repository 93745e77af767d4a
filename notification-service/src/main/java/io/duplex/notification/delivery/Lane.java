package io.duplex.notification.delivery;

import io.duplex.chassis.Failures;
import io.duplex.notification.Channel;
import io.duplex.notification.message.Message;
import io.duplex.notification.message.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Delivers the messages of one channel, so many at a time, and goes on whatever becomes of any of them. */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Provider provider;
    private final DeliveryQueue queue;
    private final Messages messages;
    private final DeliverySettings settings;
    private final WakeUp wakeUp = new WakeUp();
    private final AtomicInteger inWork = new AtomicInteger();
    private volatile boolean stopped;

    Lane(Provider provider, DeliveryQueue queue, Messages messages, DeliverySettings settings) {
        this.provider = provider;
        this.queue = queue;
        this.messages = messages;
        this.settings = settings;
    }

    Channel channel() {
        return provider.channel();
    }

    void wake() {
        if (!stopped) {
            wakeUp.now();
        }
    }

    /** Claims nothing more; what is under way is finished. */
    void stop() {
        stopped = true;
    }

    boolean isOpen() {
        return !stopped;
    }

    boolean isAtRest() {
        return inWork.get() == 0;
    }

    /** The deliveries of this lane, for ever, each when its result is written. */
    Multi<UUID> deliveries() {
        return wakeUp.calls()
                .onItem()
                .transformToMultiAndConcatenate(call -> claims())
                .onItem()
                .transformToUni(this::deliver)
                .merge(settings.concurrency());
    }

    private Multi<Delivery> claims() {
        return Multi.createBy()
                .repeating()
                .uni(this::claim)
                .whilst(claimed -> claimed.size() == settings.concurrency() && !stopped)
                .onItem()
                .<Delivery>disjoint()
                .onFailure()
                .invoke(failure -> LOG.warnf("%s waits: %s", provider.channel(), Failures.inWords(failure)))
                .onFailure()
                .recoverWithCompletion();
    }

    private Uni<List<Delivery>> claim() {
        if (stopped) {
            return Uni.createFrom().item(List.of());
        }
        inWork.incrementAndGet();
        return queue.claim(
                        provider.channel(),
                        settings.concurrency(),
                        settings.lease().toMillis())
                .invoke(claimed -> inWork.addAndGet(claimed.size()))
                .onTermination()
                .invoke(inWork::decrementAndGet);
    }

    private Uni<UUID> deliver(Delivery delivery) {
        var started = System.nanoTime();
        return send(delivery)
                .map(message -> Result.sent(message, since(started)))
                .onFailure()
                .recoverWithItem(failure -> failed(delivery, failure, since(started)))
                .chain(result -> settle(delivery, result))
                .onTermination()
                .invoke(inWork::decrementAndGet)
                .replaceWith(delivery.id());
    }

    private Uni<Message> send(Delivery delivery) {
        return Uni.createFrom().item(() -> delivery.words(messages)).call(message -> provider.send(
                        delivery.id(), delivery.address(), message)
                .ifNoItem()
                .after(settings.timeout().multipliedBy(2))
                .fail());
    }

    private Result failed(Delivery delivery, Throwable failure, Duration took) {
        var retryIn = new RetrySchedule(settings.retryDelays(), ThreadLocalRandom.current()).after(delivery.attempt());
        return Result.failed(provider.explain(failure), took, retryIn);
    }

    /** Tries until the lease ends; after that the next claim sends again, under the same key. */
    private Uni<Void> settle(Delivery delivery, Result result) {
        var event = DeliveryEvents.of(delivery, result);
        return queue.settle(delivery, result, event)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .expireIn(settings.lease().toMillis())
                .onFailure()
                .invoke(failure -> LOG.warnf("The result of %s is lost: %s", delivery.id(), Failures.inWords(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
