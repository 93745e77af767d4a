package io.duplex.gateway;

import io.duplex.gateway.backends.BackendAddresses;
import io.duplex.gateway.pages.Pages;
import io.duplex.gateway.policies.Policies;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/**
 * What a gateway is started with.
 *
 * @param address where to listen; port 0 takes a free one
 * @param backends an entry for each backend that the routes name
 * @param pages what it publishes itself
 */
public record GatewaySettings(
        SocketAddress address, RouteTable routes, List<BackendAddresses> backends, Policies policies, Pages pages) {}
