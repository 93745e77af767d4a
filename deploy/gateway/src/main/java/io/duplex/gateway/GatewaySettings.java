package io.duplex.gateway;

import io.duplex.gateway.backends.BackendAddresses;
import io.duplex.gateway.exchange.Limits;
import java.nio.file.Path;
import java.util.List;

/**
 * What a gateway is started with.
 *
 * @param port the port to listen on; 0 takes a free one
 * @param routes the folders of route files
 * @param backends an entry for each backend that the route files name
 */
public record GatewaySettings(
        String host, int port, List<Path> routes, List<BackendAddresses> backends, Limits limits) {}
