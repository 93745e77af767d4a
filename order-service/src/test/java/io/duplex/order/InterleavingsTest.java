package io.duplex.order;

import static io.duplex.order.OrderStatus.CANCELLED;
import static io.duplex.order.OrderStatus.COMPLETED;
import static io.duplex.order.OrderStatus.CONFIRMED;
import static io.duplex.order.OrderStatus.EXPIRED;
import static io.duplex.order.OrderStatus.REJECTED;
import static io.duplex.order.OrderStatus.SHIPPED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duplex.order.Journey.Stock;
import io.duplex.order.Journey.Topic;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two orders want the one piece there is. Every order of everything that can happen is tried: callers who place, cancel
 * and dispatch, reservations that run out, answers that get lost, and events that are heard late and again, across topics.
 */
class InterleavingsTest {
    private static final int REPETITIONS = 2;

    /** What has to be so of reservation and shipment, by the order's state, when nothing is under way any more. */
    private static final Map<OrderStatus, Set<String>> RIGHT = Map.of(
            CONFIRMED, Set.of("ACTIVE READY"),
            REJECTED, Set.of("REJECTED NONE"),
            CANCELLED,
                    Set.of("RELEASED NONE", "RELEASED CANCELLED", "REJECTED NONE", "EXPIRED NONE", "EXPIRED CANCELLED"),
            EXPIRED, Set.of("EXPIRED CANCELLED"),
            SHIPPED, Set.of("COMMITTED DISPATCHED"),
            COMPLETED, Set.of("COMMITTED DELIVERED"));

    private static final Map<String, BiConsumer<Journey, Stock>> ACTIONS = actions();

    @Test
    void everyRunEndsInARightState() {
        var ends = explore(OrderTransition::allowedFrom);

        assertThat(ends.keySet()).as("ends that are reached").isEqualTo(RIGHT.keySet());
    }

    @Test
    void aTableThatCancelsWhatHasLeftIsFoundOut() {
        assertThatThrownBy(() -> explore((transition, status) ->
                        transition.allowedFrom(status) || (transition == OrderTransition.CANCEL && status == SHIPPED)))
                .hasMessageContaining("CANCELLED");
    }

    @Test
    void aTableThatConfirmsWhatWasCancelledIsFoundOut() {
        assertThatThrownBy(() -> explore((transition, status) -> transition.allowedFrom(status)
                        || (transition == OrderTransition.CONFIRM && status == CANCELLED)))
                .hasMessageContaining("CONFIRMED");
    }

    /** Visits every state that can be reached; the result is how often the first order came to rest in which status. */
    private static Map<OrderStatus, Integer> explore(BiPredicate<OrderTransition, OrderStatus> table) {
        var first = new State(new Stock(1, List.of(new Journey(table), new Journey(table))), REPETITIONS, null, "");
        var seen = new HashSet<>(Set.of(first.key()));
        var ends = new HashMap<OrderStatus, Integer>();
        var open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            var state = open.remove();
            state.requireRight();
            if (state.isAtRest()) {
                ends.merge(requireNonNull(state.stock.journeys.get(0).order), 1, Integer::sum);
            }
            state.forEachNext(next -> {
                if (seen.add(next.key())) {
                    open.add(next);
                }
            });
        }
        return ends;
    }

    private static Map<String, BiConsumer<Journey, Stock>> actions() {
        var actions = new LinkedHashMap<String, BiConsumer<Journey, Stock>>();
        actions.put("is placed", (journey, stock) -> journey.place());
        actions.put("is cancelled", (journey, stock) -> journey.cancel());
        actions.put("runs out", (journey, stock) -> journey.runOut());
        actions.put("is dispatched", (journey, stock) -> journey.dispatch());
        actions.put("ships", (journey, stock) -> journey.ask(false, stock));
        actions.put("ships, the answer is lost", (journey, stock) -> journey.ask(true, stock));
        actions.put("is delivered", (journey, stock) -> journey.deliver());
        for (var topic : Topic.values()) {
            actions.put("hears " + topic, (journey, stock) -> {
                if (journey.heard(topic) < journey.told(topic).size()) {
                    journey.hear(topic, stock);
                }
            });
        }
        return actions;
    }

    /**
     * A state of the model.
     *
     * @param repetitions how often something may still be heard again
     * @param before and what then happened: how it came to this
     */
    private record State(Stock stock, int repetitions, @Nullable State before, String happened) {
        void forEachNext(Consumer<State> visit) {
            for (var order = 0; order < stock.journeys.size(); order++) {
                var number = order;
                ACTIONS.forEach((name, action) -> visit.accept(after(number, repetitions, name, action)));
                if (repetitions > 0) {
                    repeat(number, visit);
                }
            }
        }

        private void repeat(int number, Consumer<State> visit) {
            for (var topic : Topic.values()) {
                IntStream.range(0, stock.journeys.get(number).heard(topic))
                        .forEach(position -> visit.accept(after(
                                number,
                                repetitions - 1,
                                "goes back on " + topic,
                                (journey, ignored) -> journey.rewind(topic, position))));
            }
        }

        private State after(int order, int left, String name, BiConsumer<Journey, Stock> action) {
            var next = new Stock(
                    stock.onHand, stock.journeys.stream().map(Journey::copy).toList());
            action.accept(next.journeys.get(order), next);
            return new State(next, left, this, order + " " + name);
        }

        void requireRight() {
            assertThat(stock.available()).as("what is available %s", this).isNotNegative();
            for (var journey : stock.journeys) {
                assertThat(journey.tooEarly)
                        .as("a fact came too early %s", this)
                        .isFalse();
                if (journey.order == SHIPPED || journey.order == COMPLETED) {
                    assertThat(journey.reservation)
                            .as("stock of what has left %s", this)
                            .isIn("ACTIVE", "COMMITTED");
                }
                if (journey.order != null && journey.isAtRest()) {
                    assertThat(journey.reservation + " " + journey.shipment)
                            .as("%s at rest %s", journey.order, this)
                            .isIn(RIGHT.getOrDefault(journey.order, Set.of()));
                }
            }
        }

        boolean isAtRest() {
            return stock.journeys.stream().allMatch(journey -> journey.order != null && journey.isAtRest());
        }

        String key() {
            return stock.onHand + " " + repetitions + " " + stock.journeys;
        }

        @Override
        public String toString() {
            return before == null ? "after" : before + "\n  " + happened;
        }
    }
}
