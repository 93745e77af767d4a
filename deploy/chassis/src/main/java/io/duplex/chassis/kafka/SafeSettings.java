package io.duplex.chassis.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * What a Kafka client must be set to lest it lose, repeat or reorder events. Much of it is not the default of Kafka or of
 * the connector, so it is checked instead of hoped for.
 */
final class SafeSettings {
    private static final long AN_HOUR = 3_600_000;

    private static final List<Rule> OF_PRODUCERS = List.of(
            new Rule(
                    ProducerConfig.ACKS_CONFIG,
                    "1",
                    Set.of("all", "-1")::contains,
                    "must be all: an event could be lost with the broker that acknowledged it"),
            new Rule(
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    "true",
                    "true"::equals,
                    "must be true: a retry could put events out of order"),
            new Rule(
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    "120000",
                    millis -> Long.parseLong(millis) >= AN_HOUR,
                    "must be an hour or more: part of a batch could expire in an outage"));

    private static final List<Rule> OF_CONSUMERS = List.of(
            new Rule(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "latest",
                    "earliest"::equals,
                    "must be earliest: a new group would miss what was told before"),
            new Rule(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    "the client's default",
                    CooperativeStickyAssignor.class.getName()::equals,
                    "must be " + CooperativeStickyAssignor.class.getName()
                            + ": each new replica would stop all the others for a while"),
            new Rule(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    "false",
                    "false"::equals,
                    "must be false: offsets would be committed before their events have had their effect"),
            new Rule(
                    "failure-strategy",
                    "fail",
                    "fail"::equals,
                    "must be fail: the inbox deals with failures, and all other strategies lose events or their order"),
            new Rule(
                    "commit-strategy",
                    "throttled",
                    CommitWhenDoneFactory.WHEN_DONE::equals,
                    "must be when-done: the others commit too early, give a commit up, or end the consumer for good"));

    private SafeSettings() {}

    /** One sentence for each setting of an outgoing channel that could do harm. */
    static List<String> faultsOfOutgoing(String channel, Map<String, String> settings) {
        return faults("outgoing." + channel, settings, OF_PRODUCERS.stream());
    }

    /** One sentence for each setting of an incoming channel that could do harm. */
    static List<String> faultsOfIncoming(String channel, Map<String, String> settings) {
        return faults("incoming." + channel, settings, OF_CONSUMERS.stream());
    }

    private static List<String> faults(String channel, Map<String, String> settings, Stream<Rule> rules) {
        return rules.filter(rule -> !rule.isKeptBy(settings))
                .map(rule -> "Channel %s (mp.messaging.%s.%s): it is %s, and %s."
                        .formatted(
                                channel.replaceFirst("^[a-z]+\\.", ""),
                                channel,
                                rule.setting,
                                rule.valueIn(settings),
                                rule.reason))
                .toList();
    }

    private record Rule(String setting, String otherwise, Predicate<String> kept, String reason) {
        boolean isKeptBy(Map<String, String> settings) {
            return kept.test(valueIn(settings));
        }

        String valueIn(Map<String, String> settings) {
            return settings.getOrDefault(setting, otherwise);
        }
    }
}
