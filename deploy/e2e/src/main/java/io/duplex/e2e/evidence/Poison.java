package io.duplex.e2e.evidence;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The poison that was injected on purpose: where each record lies, and whose dead letter it has to become. */
public final class Poison {
    private final Set<String> expected = new ConcurrentSkipListSet<>();

    /** A record at this place has to become a dead letter of this consumer. */
    public void expect(String consumer, String topic, int partition, long offset) {
        expected.add(place(consumer, topic, partition, offset));
    }

    /** Consumer, topic, partition and offset of each dead letter that has to be there. */
    public Set<String> expected() {
        return new TreeSet<>(expected);
    }

    private static String place(String consumer, String topic, int partition, long offset) {
        return consumer + " " + topic + " " + partition + " " + offset;
    }
}
