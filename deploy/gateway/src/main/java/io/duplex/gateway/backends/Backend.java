package io.duplex.gateway.backends;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** A service and whose turn it is among its replicas. */
final class Backend {
    private final List<Replica> replicas;
    private final PassiveHealth health;
    private int turn;

    Backend(BackendAddresses given, PassiveHealth health, Clock clock) {
        this.health = health;
        this.replicas = given.addresses().stream()
                .map(address -> new Replica(given.name(), address, clock, new Conduct(health, clock, this::mayEject)))
                .toList();
    }

    /** Every replica in the order in which to try them: in turn, those that are passed over last. */
    List<Replica> inTurn() {
        int first = turn;
        turn = (turn + 1) % replicas.size();
        return IntStream.range(0, replicas.size())
                .mapToObj(i -> replicas.get((first + i) % replicas.size()))
                .sorted(comparing(Replica::passedOver))
                .toList();
    }

    private boolean mayEject() {
        long ejected = replicas.stream().filter(Replica::ejected).count();
        return ejected < health.most(replicas.size());
    }
}
