package io.duplex.e2e.evidence;

import io.duplex.e2e.load.Load;
import io.duplex.e2e.load.PlacedOrder;
import io.duplex.e2e.load.Shop;
import io.duplex.e2e.load.Wire;
import io.duplex.e2e.suite.Databases;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Instant;
import java.util.List;

/** All that is known about a suite from outside, since the moment when it was first looked at. */
public final class Evidence implements AutoCloseable {
    private final RunningSuite suite;
    private final Wire wire;
    private final Load load;
    private final Topics topics;
    private final Sequences sequences = new Sequences();
    private final Groups groups;
    private final Liveness liveness;
    private final Inboxes inboxes;
    private final Poison poison = new Poison();
    private final Instant since = Instant.now();
    private Footprint baseline;

    private Evidence(RunningSuite suite, long seed) {
        this.suite = suite;
        this.wire = new Wire(suite::baseUrl);
        this.inboxes = new Inboxes(wire, suite.run().url("stubs"));
        this.load = new Load(wire, suite.baseUrl(), Shop.open(wire, suite.baseUrl()), seed);
        this.topics = new Topics(suite.run().bootstrapServers());
        this.groups = new Groups(suite.run().bootstrapServers());
        this.liveness = new Liveness(suite.run());
        this.baseline = Footprint.of(suite);
    }

    /** Begins to look at a suite, with a shop of its own; equal seeds lead to equal loads. */
    public static Evidence of(RunningSuite suite, long seed) {
        return new Evidence(suite, seed);
    }

    /** Takes what the suite uses now as what it should come back to. */
    public void takeBaseline() {
        baseline = Footprint.of(suite);
    }

    /** What the suite should come back to. */
    public Footprint baseline() {
        return baseline;
    }

    /** The suite. */
    public RunningSuite suite() {
        return suite;
    }

    /** Its databases. */
    public Databases databases() {
        return suite.databases();
    }

    /** Its HTTP. */
    public Wire wire() {
        return wire;
    }

    /** The load that it is under. */
    public Load load() {
        return load;
    }

    /** All orders that were placed. */
    public List<PlacedOrder> orders() {
        return load.orders();
    }

    /** Everything on the topics, as of now. */
    public synchronized Sequences sequences() {
        topics.readOn(found -> {
            var fact = Fact.of(found);
            if (fact != null) {
                sequences.add(fact);
            }
        });
        return sequences;
    }

    /** The consumer groups. */
    public Groups groups() {
        return groups;
    }

    /** Whether all live. */
    public Liveness liveness() {
        return liveness;
    }

    /** What has arrived outside. */
    public Inboxes inboxes() {
        return inboxes;
    }

    /** What was injected. */
    public Poison poison() {
        return poison;
    }

    /** When this began; who was to be told of what before is not known. */
    public Instant since() {
        return since;
    }

    @Override
    public void close() {
        load.close();
        liveness.close();
        topics.close();
        groups.close();
    }
}
