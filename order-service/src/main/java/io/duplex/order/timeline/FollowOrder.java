package io.duplex.order.timeline;

import io.duplex.chassis.Rounds;
import io.duplex.chassis.sql.Notices;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets people follow orders live. Who follows holds no connection and asks nothing: all streams of a replica that have
 * something to hear are answered by one statement. Each knows how far it has come in the database, so it can be taken up
 * again at any replica.
 */
@ApplicationScoped
public class FollowOrder {
    private static final Logger LOG = Logger.getLogger(FollowOrder.class);
    private static final String CHANNEL = "timeline";
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofMillis(30);
    /** Beyond so many orders a notice names none, which means all: it may have 8000 bytes. */
    private static final int MOST_NAMED = 200;

    private final Timeline timeline;
    private final Notices notices;
    private final Rounds rounds;
    private final Set<OrderStream> streams = ConcurrentHashMap.newKeySet();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable MultiEmitter<? super Boolean>> reader = new AtomicReference<>();

    FollowOrder(Timeline timeline, Notices notices, Rounds rounds) {
        this.timeline = timeline;
        this.notices = notices;
        this.rounds = rounds;
    }

    void start(@Observes StartupEvent event) {
        rounds.follow(
                "read what is followed",
                Multi.createFrom().<Boolean>emitter(reader::set, BackPressureStrategy.LATEST),
                signal -> read());
        rounds.begin("look at all that is followed", POLL, POLL, this::lookAtAll);
        rounds.begin("tend the streams", GLANCE, GLANCE, this::tend);
        notices.listen(CHANNEL, this::heard);
    }

    /** Who follows is let go when the process begins to end, and goes on at another replica. */
    void letGo(@Observes ShutdownDelayInitiatedEvent event) {
        streams.forEach(OrderStream::letGo);
    }

    /** Fails with 404 when there is no such order, or it is not the customer's (null: anybody's). */
    public Uni<Void> requireOrder(UUID orderId, @Nullable String ownedBy) {
        return timeline.hasEnded(orderId, ownedBy).replaceWithVoid();
    }

    /**
     * Everything about an order from there on, until a while after it has ended; 404 when it is not the customer's (null:
     * anybody's).
     */
    public Multi<Beat> follow(UUID orderId, @Nullable String ownedBy, Cursor after) {
        return timeline.hasEnded(orderId, ownedBy).onItem().transformToMulti(hasEnded -> Multi.createFrom()
                .<Beat>emitter(
                        listener -> open(new OrderStream(orderId, after, listener), listener, hasEnded),
                        BackPressureStrategy.BUFFER));
    }

    /** To be called after the commit of facts about these orders: who follows one of them, at any replica, hears of it. */
    public Uni<Void> changed(Set<UUID> orders) {
        var names = orders.stream().map(UUID::toString).collect(Collectors.joining(","));
        return orders.isEmpty()
                ? Uni.createFrom().voidItem()
                : notices.call(CHANNEL, orders.size() > MOST_NAMED ? "" : names);
    }

    private void open(OrderStream stream, MultiEmitter<? super Beat> listener, boolean hasEnded) {
        streams.add(stream);
        listener.onTermination(() -> streams.remove(stream));
        stream.emit(new Beat.Silence());
        if (hasEnded) {
            stream.orderEnded();
        }
        look(Set.of(stream.orderId()));
    }

    private void heard(String names) {
        look(
                names.isEmpty()
                        ? followed()
                        : Arrays.stream(names.split(",", -1))
                                .map(UUID::fromString)
                                .collect(Collectors.toSet()));
    }

    private Uni<Void> lookAtAll() {
        look(followed());
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> tend() {
        streams.forEach(OrderStream::tend);
        return Uni.createFrom().voidItem();
    }

    private Set<UUID> followed() {
        return streams.stream().map(OrderStream::orderId).collect(Collectors.toSet());
    }

    private void look(Set<UUID> orders) {
        orders.stream().filter(followed()::contains).forEach(changed::add);
        var signals = reader.get();
        if (!changed.isEmpty() && signals != null) {
            signals.emit(true);
        }
    }

    private Uni<Void> read() {
        var orders = Set.copyOf(changed);
        changed.removeAll(orders);
        var asking = streams.stream()
                .filter(stream -> orders.contains(stream.orderId()))
                .toList();
        return asking.isEmpty()
                ? Uni.createFrom().voidItem()
                : timeline.since(asking)
                        .chain(this::tell)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Who follows orders has to wait: %s", failure.toString()))
                        .onFailure()
                        .recoverWithNull();
    }

    /** What is not settled is looked at again soon: the transactions that it waits for are short. */
    private Uni<Void> tell(List<News> news) {
        news.stream().filter(News::settled).forEach(News::tell);
        var unsettled = news.stream()
                .filter(one -> !one.settled())
                .map(one -> one.stream().orderId())
                .collect(Collectors.toSet());
        return unsettled.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(SETTLING).invoke(() -> look(unsettled));
    }
}
