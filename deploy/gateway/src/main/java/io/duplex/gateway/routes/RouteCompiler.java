package io.duplex.gateway.routes;

import io.duplex.gateway.manifests.ManifestFile;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteSpec;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns one {@code HTTPRoute} into routes, and refuses what it would otherwise have to ignore. */
final class RouteCompiler {
    private static final String API_VERSION = "gateway.networking.k8s.io/v1";

    private final ManifestFile file;
    private final @Nullable HTTPRoute document;

    RouteCompiler(ManifestFile file, @Nullable HTTPRoute document) {
        this.file = file;
        this.document = document;
    }

    Stream<Route> routes() {
        HTTPRoute route = file.present(document, "document");
        file.check(API_VERSION.equals(route.getApiVersion()), "apiVersion", "is not " + API_VERSION);
        file.check("HTTPRoute".equals(route.getKind()), "kind", "is not HTTPRoute");
        HTTPRouteSpec spec = file.present(route.getSpec(), "spec");
        file.unsupported(spec.getHostnames(), "spec.hostnames");
        List<HTTPRouteRule> rules = file.given(spec.getRules(), "spec.rules");
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i -> rule("spec.rules[" + i + "]", rules.get(i)).stream());
    }

    private List<Route> rule(String at, HTTPRouteRule rule) {
        file.unsupported(rule.getFilters(), at + ".filters");
        file.check(rule.getRetry() == null, at + ".retry", "is not supported");
        file.check(rule.getSessionPersistence() == null, at + ".sessionPersistence", "is not supported");
        String backend = backend(at + ".backendRefs", file.given(rule.getBackendRefs(), at + ".backendRefs"));
        Duration timeout = timeout(at + ".timeouts", rule);
        List<HTTPRouteMatch> matches = file.given(rule.getMatches(), at + ".matches");
        return IntStream.range(0, matches.size())
                .mapToObj(i -> route(at + ".matches[" + i + "]", matches.get(i), backend, timeout))
                .toList();
    }

    private Route route(String at, HTTPRouteMatch match, String backend, Duration timeout) {
        file.unsupported(match.getHeaders(), at + ".headers");
        file.unsupported(match.getQueryParams(), at + ".queryParams");
        String method = match.getMethod();
        PathRule path = path(at + ".path", file.present(match.getPath(), at + ".path"));
        return new Route(path, method == null ? null : HttpMethod.valueOf(method), backend, timeout);
    }

    private PathRule path(String at, HTTPPathMatch path) {
        String value = file.present(path.getValue(), at + ".value");
        file.check(value.startsWith("/"), at + ".value", "does not begin with /");
        return switch (file.present(path.getType(), at + ".type")) {
            case "Exact" -> new PathRule.Exact(value);
            case "PathPrefix" -> new PathRule.Prefix(value);
            case "RegularExpression" -> new PathRule.Regex(file.pattern(value, at + ".value"));
            default -> throw file.bad(at + ".type", "is none of Exact, PathPrefix, RegularExpression");
        };
    }

    private String backend(String at, List<HTTPBackendRef> backends) {
        file.check(backends.size() == 1, at, "must name one backend");
        HTTPBackendRef backend = backends.get(0);
        file.unsupported(backend.getFilters(), at + "[0].filters");
        file.check(backend.getWeight() == null, at + "[0].weight", "is not supported");
        return file.present(backend.getName(), at + "[0].name");
    }

    private Duration timeout(String at, HTTPRouteRule rule) {
        var timeouts = file.present(rule.getTimeouts(), at);
        file.check(timeouts.getBackendRequest() == null, at + ".backendRequest", "is not supported");
        return file.duration(timeouts.getRequest(), at + ".request");
    }
}
