package io.duplex.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out who listens on a port: from {@code /proc} on Linux, through {@code lsof} elsewhere. */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int HEAD = 40;
    private static final int TAIL = 70;

    private PortHolder() {}

    /** "process 4711 (java -jar …)" for the process that listens on {@code port}; empty where it cannot be seen. */
    static Optional<String> of(int port) {
        Optional<Long> pid = Files.isDirectory(PROC.resolve("net")) ? fromProc(port) : fromLsof(port);
        return pid.map(id -> "process " + id + " (" + commandOf(id) + ")");
    }

    private static String commandOf(long pid) {
        String command = ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().or(info::command))
                .orElse("command unknown");
        return shortened(command);
    }

    /** The program and the last arguments, which say more than the options of a Java virtual machine before them. */
    private static String shortened(String command) {
        int length = command.length();
        return length <= HEAD + TAIL ? command : command.substring(0, HEAD) + " … " + command.substring(length - TAIL);
    }

    private static Optional<Long> fromProc(int port) {
        Set<String> sockets = Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> read(PROC.resolve(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> listensOn(port, columns))
                .map(columns -> "socket:[" + columns[9] + "]")
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holdsAny(pid, sockets))
                .findFirst();
    }

    /** Columns of {@code /proc/net/tcp}: 1 is address:port in hexadecimal, 3 the state, 9 the socket's inode. */
    private static boolean listensOn(int port, String[] columns) {
        return columns.length > 9
                && columns[3].equals(LISTENING)
                && columns[1].endsWith(String.format(Locale.ROOT, ":%04X", port));
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | SecurityException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static List<String> read(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException noSuchProtocol) {
            return List.of();
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
            return new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .map(Long::valueOf);
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }
}
