package io.duplex.e2e.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the packaged suite lies, and ports on which it can run. */
final class Installation {
    private static final int PORTS = 15;
    private static final int MOST_REPLICAS = 3;

    private Installation() {}

    /** The folder that holds everything: the property {@code duplex.home}, or one above the current folder. */
    static Path home() {
        return Stream.iterate(
                        Path.of(System.getProperty("duplex.home", "")).toAbsolutePath(),
                        Objects::nonNull,
                        Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("deploy/local/up")))
                .findFirst()
                .orElseThrow();
    }

    /** A base port with room for a suite of up to three replicas, below the range of outgoing connections. */
    static int freeBase() {
        return IntStream.iterate(20_000 + (int) (ProcessHandle.current().pid() % 500) * 20, base -> base + 400)
                .limit(30)
                .filter(Installation::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports"));
    }

    private static boolean isFree(int base) {
        return IntStream.range(0, MOST_REPLICAS)
                .flatMap(replica -> IntStream.range(base + 100 * replica, base + 100 * replica + PORTS))
                .allMatch(Installation::isFreePort);
    }

    private static boolean isFreePort(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
