package io.duplex.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every port of the suite, derived from one base port: the gateway at the base, the services behind it (replica
 * <i>k</i> 100 × (<i>k</i> − 1) higher), the rest of the machinery from base + 10 on.
 */
record Ports(int base, int replicas) {
    /** The most replicas that the numbering has room for. */
    static final int MAX_REPLICAS = 9;

    private static final int HIGHEST = 65_535;

    Ports {
        if (replicas < 1 || replicas > MAX_REPLICAS) {
            throw new Refusal("--replicas must be between 1 and " + MAX_REPLICAS);
        }
        int last = base + 14 + 100 * (replicas - 1);
        if (base < 1 || last > HIGHEST) {
            throw new Refusal("--port must be between 1 and " + (HIGHEST - last + base));
        }
    }

    int gateway() {
        return base;
    }

    int service(Service service, int replica) {
        return base + service.portOffset() + 100 * (replica - 1);
    }

    int stubs() {
        return base + 10;
    }

    int smtp() {
        return base + 11;
    }

    int postgresql() {
        return base + 12;
    }

    int kafka() {
        return base + 13;
    }

    int kafkaController() {
        return base + 14;
    }

    /** Port by what listens there, in the order in which a person looks for them. */
    Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("gateway", gateway());
        for (Service service : Service.values()) {
            for (int replica = 1; replica <= replicas; replica++) {
                all.put(service.replica(replica), service(service, replica));
            }
        }
        all.put("stubs", stubs());
        all.put("smtp", smtp());
        all.put("postgresql", postgresql());
        all.put("kafka", kafka());
        all.put("kafka-controller", kafkaController());
        return all;
    }
}
