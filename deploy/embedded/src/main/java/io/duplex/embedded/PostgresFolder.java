package io.duplex.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a PostgreSQL server leaves on disk: its data and the superuser's password. */
record PostgresFolder(Path root, Path binaries) {
    /** Where many files can be synced at once instead of one by one: 0.1 rather than 3 seconds on a busy disk. */
    static final boolean ON_LINUX = System.getProperty("os.name").equals("Linux");

    static PostgresFolder open(Path root) throws IOException {
        Files.createDirectories(root);
        PostgresFolder folder = new PostgresFolder(root.toAbsolutePath(), PostgresBinaries.unpacked());
        if (Files.notExists(folder.data())) {
            folder.makePassword();
            folder.initialise();
        }
        return folder;
    }

    Path data() {
        return root.resolve("data");
    }

    String password() throws IOException {
        return Files.readString(passwordFile());
    }

    List<String> program(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(binaries.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * After a crash the server's pid file stays. PostgreSQL itself removes it unless the number belongs to a living
     * process, and after a reboot that may be anybody: it is left in place only if that process is a PostgreSQL.
     */
    void removeStalePid() throws IOException {
        Path file = data().resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(file).get(0).trim());
            boolean postgres = ProcessHandle.of(pid)
                    .flatMap(p -> p.info().command())
                    .filter(c -> c.endsWith("/postgres"))
                    .isPresent();
            if (!postgres) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            // the usual case: it was stopped in an orderly way, or never ran
        }
    }

    private void makePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
    }

    /** Made beside and moved when complete: an interrupted first start leaves nothing that looks whole. */
    private void initialise() throws IOException {
        Path fresh = Files.createTempDirectory(root, "initialising-");
        List<String> initdb = program(
                "initdb",
                "--pgdata=" + fresh.resolve("data"),
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (ON_LINUX) {
            initdb.add("--sync-method=syncfs");
        }
        run(initdb);
        Files.move(fresh.resolve("data"), data());
        Files.delete(fresh);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            throw ServerProcess.interrupted(e);
        }
    }

    private Path passwordFile() {
        return root.resolve("superuser.password");
    }
}
