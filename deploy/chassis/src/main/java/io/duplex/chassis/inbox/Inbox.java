package io.duplex.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.Workload;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the consumers of a service. */
@ApplicationScoped
public class Inbox implements Workload {
    private final Storage storage;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Map<String, Consumer> consumers = new ConcurrentHashMap<>();

    Inbox(Storage storage, ObjectMapper json, MeterRegistry metrics) {
        this.storage = storage;
        this.json = RequiredUnlessNullable.in(json);
        this.metrics = metrics;
    }

    /**
     * A consumer that handles nothing yet.
     *
     * @param name unique within the service and never changed: claims are kept under it
     */
    public Consumer consumer(String name) {
        var consumer = new Consumer(name, storage, new Handlers(json), new ConsumerMetrics(name, metrics));
        if (consumers.putIfAbsent(name, consumer) != null) {
            throw new IllegalStateException("There are two consumers " + name + ".");
        }
        return consumer;
    }

    /** The consumers that are retrying a batch at this moment, and why. */
    public Map<String, String> retrying() {
        var retrying = new LinkedHashMap<String, String>();
        consumers.forEach((name, consumer) -> consumer.trouble().ifPresent(trouble -> retrying.put(name, trouble)));
        return retrying;
    }

    @Override
    public boolean isAtRest() {
        return consumers.values().stream().allMatch(Consumer::isAtRest);
    }

    Optional<Consumer> find(String name) {
        return Optional.ofNullable(consumers.get(name));
    }
}
