package io.duplex.stubs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Remembers which id each idempotency key was answered, for the newest hundred thousand keys. */
final class Receipts {
    private static final int MOST = 100_000;

    private final Map<String, String> idByKey = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean knows(String key) {
        return idByKey.containsKey(key);
    }

    /** The id of this key: the old one for a key seen before, else a new one. */
    synchronized String idFor(String key) {
        return idByKey.computeIfAbsent(key, k -> UUID.randomUUID().toString());
    }
}
