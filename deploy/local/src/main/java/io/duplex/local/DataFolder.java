package io.duplex.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a suite keeps: databases, topics, keys, passwords, logs and {@code run.json}. One suite at a time owns
 * a folder; the lock goes with the process, so that a crash leaves nothing to clean up.
 */
final class DataFolder implements AutoCloseable {
    private static final int PASSWORD_BYTES = 24;

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private DataFolder(Path path, boolean temporary) throws IOException {
        this.path = path;
        this.temporary = temporary;
        Files.createDirectories(logs());
        Files.createDirectories(
                secrets(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        this.lock = lock();
    }

    /**
     * Opens and locks {@code chosen}, creating it where it is missing, or a new temporary folder when there is none.
     *
     * @throws Refusal when another suite uses the folder, or it cannot be written
     */
    static DataFolder open(@Nullable Path chosen) {
        try {
            return chosen == null
                    ? new DataFolder(Files.createTempDirectory("duplex-"), true)
                    : new DataFolder(chosen.toAbsolutePath().normalize(), false);
        } catch (IOException e) {
            throw new Refusal("The data folder " + (chosen == null ? "" : chosen + " ") + "cannot be used: " + e);
        }
    }

    private FileChannel lock() throws IOException {
        Path file = path.resolve("suite.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new Refusal("The data folder " + path + " is in use by another suite (process "
                    + Files.readString(file).strip() + ").\nStop that one, or choose another folder with --data.");
        }
        channel.truncate(0)
                .write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    Path path() {
        return path;
    }

    /** Whether the folder is to vanish with the suite. */
    boolean temporary() {
        return temporary;
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** The folder of passwords, one file each, readable by its owner alone. */
    Path secrets() {
        return path.resolve("secrets");
    }

    /** The password of a database role, or of a service among its neighbours, made at its first use and the same ever after. */
    String password(String role) {
        Path file = passwordFile(role);
        try {
            if (Files.notExists(file)) {
                keepPassword(role, newPassword());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a password that was made elsewhere. */
    void keepPassword(String role, String password) throws IOException {
        Path file = passwordFile(role);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
    }

    private Path passwordFile(String role) {
        return secrets().resolve(role + ".password");
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Gives the folder free for another suite. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
