package io.duplex.e2e.faults;

import java.util.List;

/** The faults that there are, the gentler ones first. */
final class Repertoire {
    static final List<Fault> ALL = List.of(
            new KillService(),
            new DeliverTwice(),
            new KillBroker(),
            new KillDatabase(),
            new BrokerAway(),
            new ReplayTopics(),
            new InjectPoison(),
            new Overload(),
            new PauseRelayHolder());

    private Repertoire() {}

    /** Their names on the command line. */
    static List<String> names() {
        return ALL.stream().map(Fault::name).toList();
    }
}
