package io.duplex.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Ports for tests. They lie below the range from which systems number outgoing connections: a client that keeps knocking
 * at a stopped server's port there may end up connected to itself, and the server cannot come back.
 */
final class FreePort {
    private static final int FIRST = 15_000;
    private static final int LAST = 32_000;
    private static final Random RANDOM = new SecureRandom();

    private FreePort() {}

    static int find() {
        int port = FIRST + RANDOM.nextInt(LAST - FIRST);
        while (!isFree(port)) {
            port = FIRST + RANDOM.nextInt(LAST - FIRST);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
