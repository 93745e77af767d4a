package io.duplex.gateway.backends;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** A service and whose turn it is among its replicas. */
final class Backend {
    private final List<Replica> replicas;
    private int turn;

    Backend(BackendAddresses given, Clock clock) {
        this.replicas = given.addresses().stream()
                .map(address -> new Replica(given.name(), address, clock))
                .toList();
    }

    /** Every replica in the order in which to try them: in turn, those that refused a moment ago last. */
    List<Replica> inTurn() {
        int first = turn;
        turn = (turn + 1) % replicas.size();
        return IntStream.range(0, replicas.size())
                .mapToObj(i -> replicas.get((first + i) % replicas.size()))
                .sorted(comparing(Replica::passedOver))
                .toList();
    }
}
