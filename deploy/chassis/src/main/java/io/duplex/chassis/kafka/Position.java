package io.duplex.chassis.kafka;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a group has come on one partition.
 *
 * @param next the offset that it reads next
 * @param end the offset that the next event will get
 */
record Position(String group, TopicPartition partition, long next, long end) {
    long lag() {
        return Math.max(0, end - next);
    }

    Position {
        // Events that the topic has already forgotten are not waited for, and a reset may name an offset of the future.
        next = Math.min(next, end);
    }
}
