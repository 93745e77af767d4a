package io.duplex.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks whether the ports of the suite are free before anything is started. */
final class PortCheck {
    private PortCheck() {}

    /**
     * Returns when every port is free.
     *
     * @throws Refusal naming each busy port, what needs it, who holds it as far as that can be seen, and the remedy
     */
    static void requireFree(Ports ports) {
        String busy = ports.all().entrySet().stream()
                .filter(port -> !isFree(port.getValue()))
                .map(PortCheck::describe)
                .collect(Collectors.joining("\n"));
        if (!busy.isEmpty()) {
            throw new Refusal(busy + "\nStop what holds it, or choose other ports: up --port " + suggestion(ports));
        }
    }

    private static String describe(Map.Entry<String, Integer> port) {
        String holder = PortHolder.of(port.getValue()).orElse("a process that only its owner or root can see");
        return "Port %d, needed for %s, is held by %s.".formatted(port.getValue(), port.getKey(), holder);
    }

    /** Whether this process could listen on {@code port} of the loopback address. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int suggestion(Ports ports) {
        for (int base = ports.base() + 1000; base < 60_000; base += 1000) {
            if (new Ports(base, ports.replicas()).all().values().stream().allMatch(PortCheck::isFree)) {
                return base;
            }
        }
        return 18_080;
    }
}
