package io.duplex.gateway.routes;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteSpec;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns one {@code HTTPRoute} into routes, and refuses what it would otherwise have to ignore. */
final class RouteCompiler {
    private static final String API_VERSION = "gateway.networking.k8s.io/v1";

    private final String file;
    private final @Nullable HTTPRoute document;

    RouteCompiler(String file, @Nullable HTTPRoute document) {
        this.file = file;
        this.document = document;
    }

    Stream<Route> routes() {
        HTTPRoute route = present(document, "document");
        check(API_VERSION.equals(route.getApiVersion()), "apiVersion", "is not " + API_VERSION);
        check("HTTPRoute".equals(route.getKind()), "kind", "is not HTTPRoute");
        HTTPRouteSpec spec = present(route.getSpec(), "spec");
        unsupported(spec.getHostnames(), "spec.hostnames");
        List<HTTPRouteRule> rules = given(spec.getRules(), "spec.rules");
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i -> rule("spec.rules[" + i + "]", rules.get(i)).stream());
    }

    private List<Route> rule(String at, HTTPRouteRule rule) {
        unsupported(rule.getFilters(), at + ".filters");
        check(rule.getRetry() == null, at + ".retry", "is not supported");
        check(rule.getSessionPersistence() == null, at + ".sessionPersistence", "is not supported");
        String backend = backend(at + ".backendRefs", given(rule.getBackendRefs(), at + ".backendRefs"));
        Duration timeout = timeout(at + ".timeouts", rule);
        List<HTTPRouteMatch> matches = given(rule.getMatches(), at + ".matches");
        return IntStream.range(0, matches.size())
                .mapToObj(i -> route(at + ".matches[" + i + "]", matches.get(i), backend, timeout))
                .toList();
    }

    private Route route(String at, HTTPRouteMatch match, String backend, Duration timeout) {
        unsupported(match.getHeaders(), at + ".headers");
        unsupported(match.getQueryParams(), at + ".queryParams");
        String method = match.getMethod();
        PathRule path = path(at + ".path", present(match.getPath(), at + ".path"));
        return new Route(path, method == null ? null : HttpMethod.valueOf(method), backend, timeout);
    }

    private PathRule path(String at, HTTPPathMatch path) {
        String value = present(path.getValue(), at + ".value");
        check(value.startsWith("/"), at + ".value", "does not begin with /");
        return switch (present(path.getType(), at + ".type")) {
            case "Exact" -> new PathRule.Exact(value);
            case "PathPrefix" -> new PathRule.Prefix(value);
            case "RegularExpression" -> new PathRule.Regex(pattern(at, value));
            default -> throw bad(at + ".type", "is none of Exact, PathPrefix, RegularExpression");
        };
    }

    private Pattern pattern(String at, String value) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException malformed) {
            throw bad(at + ".value", "is no regular expression: " + malformed.getDescription());
        }
    }

    private String backend(String at, List<HTTPBackendRef> backends) {
        check(backends.size() == 1, at, "must name one backend");
        HTTPBackendRef backend = backends.get(0);
        unsupported(backend.getFilters(), at + "[0].filters");
        check(backend.getWeight() == null, at + "[0].weight", "is not supported");
        return present(backend.getName(), at + "[0].name");
    }

    private Duration timeout(String at, HTTPRouteRule rule) {
        var timeouts = present(rule.getTimeouts(), at);
        check(timeouts.getBackendRequest() == null, at + ".backendRequest", "is not supported");
        return GatewayDuration.parse(present(timeouts.getRequest(), at + ".request"))
                .orElseThrow(() -> bad(at + ".request", "is no duration such as 10s"));
    }

    private void unsupported(@Nullable Collection<?> values, String field) {
        check(values == null || values.isEmpty(), field, "is not supported");
    }

    private <T> List<T> given(@Nullable List<T> values, String field) {
        check(values != null && !values.isEmpty(), field, "is missing");
        return present(values, field);
    }

    private <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw bad(field, "is missing");
        }
        return value;
    }

    private void check(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw bad(field, otherwise);
        }
    }

    private BadRouteFile bad(String field, String what) {
        return new BadRouteFile(file + ": " + field + " " + what);
    }
}
