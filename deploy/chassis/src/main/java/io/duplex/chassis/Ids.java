package io.duplex.chassis;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Identifiers of RFC 9562. */
public final class Ids {
    private static final int TIME_SHIFT = 16;
    private static final int ROUNDED_UP = 999_999;
    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);
    private static final TimeBasedEpochGenerator V7 = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new UUIDv7: ordered by its time of creation, so that indexes grow at one end. */
    public static UUID next() {
        return V7.generate();
    }

    /** When a UUIDv7 was made, to the millisecond. */
    public static Instant timeOf(UUID v7) {
        return Instant.ofEpochMilli(v7.getMostSignificantBits() >>> TIME_SHIFT);
    }

    /** The least UUIDv7 of those made at a time or later; the least or greatest of all when none could be made then. */
    public static UUID leastSince(Instant time) {
        var possible = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LAST) ? LAST : time;
        var millis = possible.plusNanos(ROUNDED_UP).toEpochMilli();
        return new UUID(millis << TIME_SHIFT | 0x7000, 0x8000_0000_0000_0000L);
    }

    /** The UUIDv8 that belongs to a name: the same name gives the same id, in every process. */
    public static UUID derivedFrom(String name) {
        var hash = ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8)));
        var high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        var low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The id that a text stands for; empty when it is none in the canonical form of 36 characters. */
    public static Optional<UUID> parse(String text) {
        try {
            var id = UUID.fromString(text);
            return text.equalsIgnoreCase(id.toString()) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** SHA-256 (FIPS 180-4) of some bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
