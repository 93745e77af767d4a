package io.duplex.stubs;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** The faults that are switched on. A given seed makes the choice of the calls that fail repeatable. */
final class Faults {
    private final Map<Channel, Fault> byChannel = new EnumMap<>(Channel.class);
    private int seed = new Random().nextInt();
    private Random random = new Random(seed);

    /** Replaces all faults: a channel that is not named works again. */
    synchronized void replace(Fields fields) {
        Map<Channel, Fault> wanted = new EnumMap<>(Channel.class);
        for (String key : fields.json().fieldNames()) {
            if (!key.equals("seed")) {
                wanted.put(channel(key), Fault.of(fields.object(key)));
            }
        }
        seed = fields.integer("seed", new Random().nextInt(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        random = new Random(seed);
        byChannel.clear();
        byChannel.putAll(wanted);
    }

    private static Channel channel(String key) {
        return Channel.ofKey(key)
                .orElseThrow(() -> Problem.badInput("unknown-field", "There is no channel '" + key + "'."));
    }

    synchronized Fault of(Channel channel) {
        return byChannel.getOrDefault(channel, Fault.NONE);
    }

    /** Whether a call under this fault fails. */
    synchronized boolean strikes(Fault fault) {
        return random.nextDouble() < fault.failureRate();
    }

    synchronized JsonObject toJson() {
        JsonObject json = new JsonObject().put("seed", seed);
        byChannel.forEach((channel, fault) -> json.put(channel.key(), fault.toJson()));
        return json;
    }
}
