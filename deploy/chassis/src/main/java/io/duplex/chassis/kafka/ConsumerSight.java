package io.duplex.chassis.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was last seen of the consumers, and what is wrong with it.
 *
 * @param readAt when it could last be read
 * @param troubles a sentence for each topic that stands still or does not exist, and one for a broker out of reach
 */
record ConsumerSight(Progress progress, Instant readAt, Map<String, String> troubles) {
    static final String BROKER = "broker";

    static ConsumerSight first(Instant now) {
        return new ConsumerSight(Progress.NONE, now, Map.of());
    }

    boolean well() {
        return troubles.isEmpty();
    }

    /**
     * The broker has answered.
     *
     * @param stalled positions that have not moved for too long
     * @param retrying why which consumer retries its batch
     */
    ConsumerSight read(Progress now, Instant at, Collection<Position> stalled, Map<String, String> retrying) {
        var found = new TreeMap<String, String>();
        now.missing().forEach(topic -> found.put(topic, "the topic does not exist"));
        stalled.stream()
                .collect(Collectors.groupingBy(position -> position.partition().topic()))
                .forEach((topic, places) -> found.put(topic, standstill(places, retrying)));
        return new ConsumerSight(now, at, found);
    }

    private static String standstill(Collection<Position> places, Map<String, String> retrying) {
        var reason = retrying.isEmpty() ? "no batch is being retried, so nobody takes events" : retrying.toString();
        return places.stream()
                .map(place ->
                        "partition %d lags by %d".formatted(place.partition().partition(), place.lag()))
                .collect(Collectors.joining(", ", "no progress: ", "; " + reason));
    }

    /** The broker has not answered; that is a trouble when it lasts. */
    ConsumerSight unread(String failure, Instant at, Duration patience) {
        var blind = Duration.between(readAt, at);
        if (blind.compareTo(patience) < 0) {
            return this;
        }
        var found = new TreeMap<>(troubles);
        found.put(BROKER, "out of reach for %d s: %s".formatted(blind.toSeconds(), failure));
        return new ConsumerSight(progress, readAt, found);
    }

    /** Whether nothing of a topic is consumed, as far as is known. */
    boolean isStalled(String topic) {
        return troubles.containsKey(topic) || troubles.containsKey(BROKER);
    }
}
