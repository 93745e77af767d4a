package io.duplex.e2e.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.e2e.load.Wire;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has arrived in the outside world, by the provider's key. The stubs forget the oldest when there is too much of
 * it, so it is to be read now and then.
 */
public final class Inboxes {
    private final Wire wire;
    private final String url;
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    Inboxes(Wire wire, String url) {
        this.wire = wire;
        this.url = url;
    }

    /** Reads what is there; the recipient of every key ever seen, as channel and address. */
    public synchronized Map<String, String> keys() {
        for (var mail : items("emails")) {
            keys.put(
                    key(mail.path("messageId").asText()),
                    "EMAIL " + mail.path("to").asText());
        }
        for (var message : items("sms")) {
            keys.put(
                    message.path("idempotencyKey").asText(),
                    "SMS " + message.path("to").asText());
        }
        return Map.copyOf(keys);
    }

    private JsonNode items(String inbox) {
        return wire.read(url + "/stub/" + inbox).path("items");
    }

    /** Of {@code <key@domain>}. */
    private static String key(String messageId) {
        return messageId.replaceFirst("^<", "").replaceFirst("@.*$", "");
    }
}
