package io.duplex.gateway.routes;

import static java.util.stream.Collectors.toCollection;

import io.vertx.core.http.HttpMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All routes in the precedence that the Gateway API prescribes: the more specific path first, then a match with a
 * method before one without; on a tie the one that was read first.
 */
public final class RouteTable {
    private static final Comparator<Route> PRECEDENCE = Comparator.comparingInt(
                    (Route route) -> route.path().rank())
            .thenComparingInt(route -> -route.path().value().length())
            .thenComparing(route -> route.method() == null);

    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        this.routes = routes.stream().sorted(PRECEDENCE).toList();
    }

    /** The route that takes this request, if any does. */
    public Optional<Route> find(HttpMethod method, String path) {
        return takers(path).filter(route -> route.takes(method)).findFirst();
    }

    /** The methods that a path knows, in alphabetical order; empty when no route knows the path. */
    public Set<String> methods(String path) {
        return takers(path)
                .map(Route::method)
                .filter(Objects::nonNull)
                .map(HttpMethod::name)
                .collect(toCollection(TreeSet::new));
    }

    /** The backends that the routes name, in alphabetical order. */
    public Set<String> backends() {
        return routes.stream().map(Route::backend).collect(toCollection(TreeSet::new));
    }

    private Stream<Route> takers(String path) {
        return CanonicalPath.is(path)
                ? routes.stream().filter(route -> route.path().matches(path))
                : Stream.empty();
    }
}
