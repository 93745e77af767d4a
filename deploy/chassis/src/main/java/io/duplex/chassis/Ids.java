package io.duplex.chassis;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/** Identifiers of RFC 9562. */
public final class Ids {
    private static final TimeBasedEpochGenerator V7 = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new UUIDv7: ordered by its time of creation, so that indexes grow at one end. */
    public static UUID next() {
        return V7.generate();
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
