package io.duplex.gateway.backends;

import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A service's name in the route files and the addresses of its replicas. */
public record BackendAddresses(String name, List<SocketAddress> addresses) {

    /**
     * Reads {@code name=http://host:port[,http://host:port…]}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static BackendAddresses parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + text + "' is not name=http://host:port");
        }
        return new BackendAddresses(
                text.substring(0, equals),
                Stream.of(text.substring(equals + 1).split(",", -1))
                        .map(BackendAddresses::address)
                        .toList());
    }

    private static SocketAddress address(String url) {
        URI uri = URI.create(url);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
            throw new IllegalArgumentException("'" + url + "' is not http://host:port");
        }
        return SocketAddress.inetSocketAddress(uri.getPort(), uri.getHost());
    }
}
